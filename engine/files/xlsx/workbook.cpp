#include "engine/files/xlsx/workbook.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

#include "engine/files/xlsx/elements.hpp"

namespace rembuk::files {
namespace {

using Fault = std::unexpected<XlsxFault>;

Fault damaged(const std::string& part) { return Fault(XlsxFault{"xlsx_damaged", part}); }

/// A part that is small in every honest workbook, as a tree.
std::expected<pugi::xml_document, XlsxFault> small_part(Archive& archive, const std::string& name) {
  auto text = archive.part(name, most_element_bytes);
  if (!text) return std::unexpected(text.error());
  pugi::xml_document document;
  if (!document.load_buffer(text->data(), text->size(), xml_options)) return damaged(name);
  return document;
}

struct Relation {
  std::string kind, target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

/// `target` as a part's name: relative to the folder of the part that names it, or absolute.
std::string part_name(const std::string& folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string base = folder;
  for (; target.starts_with("../"); target.remove_prefix(3)) {
    const auto slash = base.empty() ? std::string::npos : base.rfind('/', base.size() - 2);
    base.resize(slash == std::string::npos ? 0 : slash + 1);
  }
  return base + std::string(target.starts_with("./") ? target.substr(2) : target);
}

std::expected<Relations, XlsxFault> relations(Archive& archive, const std::string& folder,
                                              const std::string& file) {
  const auto document = small_part(archive, folder + "_rels/" + file + ".rels");
  if (!document) return std::unexpected(document.error());
  Relations all;
  for (const auto node : document->document_element().children()) {
    const std::string_view type = node.attribute("Type").as_string();
    all[node.attribute("Id").as_string()] = {
        std::string(type.substr(std::min(type.rfind('/') + 1, type.size()))),
        part_name(folder, node.attribute("Target").as_string())};
  }
  return all;
}

const Relation* of_kind(const Relations& all, std::string_view kind) {
  for (const auto& [id, relation] : all)
    if (relation.kind == kind) return &relation;
  return nullptr;
}

std::vector<NumberFormat> cell_formats(pugi::xml_node styles) {
  std::map<int, NumberFormat> own;
  for (const auto node : child_of(styles, "numFmts").children())
    own[node.attribute("numFmtId").as_int()] =
        number_format(node.attribute("formatCode").as_string());
  std::vector<NumberFormat> formats;
  for (const auto node : child_of(styles, "cellXfs").children()) {
    const int id = node.attribute("numFmtId").as_int();
    const auto found = own.find(id);
    formats.push_back(found == own.end() ? built_in_format(id) : found->second);
  }
  return formats;
}

std::expected<Strings, XlsxFault> shared_strings(Archive& archive, const std::string& part,
                                                 const XlsxLimits& limits) {
  const auto xml = archive.part(part);
  if (!xml) return std::unexpected(xml.error());
  Strings strings;
  Elements items(*xml, "si", limits.depth);
  while (const auto item = items.next()) {
    pugi::xml_document tree;
    if (item->size() > most_element_bytes ||
        !tree.load_buffer(item->data(), item->size(), xml_options))
      return damaged(part);
    if (strings.size() >= limits.strings)
      return Fault(XlsxFault{"xlsx_too_large", part, std::to_string(limits.strings)});
    strings.add(rich_text(tree.document_element()));
  }
  if (!items.good()) return damaged(part);
  return strings;
}

std::vector<Workbook::Sheet> worksheets(pugi::xml_node sheets, const Relations& parts) {
  std::vector<Workbook::Sheet> all;
  for (const auto sheet : sheets.children()) {
    for (const auto attribute : sheet.attributes()) {
      if (local_name(attribute.name()) != "id") continue;
      const auto found = parts.find(attribute.as_string());
      if (found == parts.end() || found->second.kind != "worksheet") continue;
      all.push_back({sheet.attribute("name").as_string(), found->second.target});
    }
  }
  return all;
}

}  // namespace

std::string_view local_name(const char* name) {
  const std::string_view text = name;
  const auto colon = text.rfind(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  for (const auto child : node.children())
    if (local_name(child.name()) == name) return child;
  return {};
}

std::string rich_text(pugi::xml_node item) {
  std::string text;
  for (const auto child : item.children()) {
    const auto name = local_name(child.name());
    if (name == "t") text += child.text().as_string();
    if (name == "r") text += child_of(child, "t").text().as_string();
  }
  return text.find("_x") == std::string::npos ? text : unescaped(text);
}

std::expected<Workbook, XlsxFault> read_workbook(Archive& archive, const XlsxLimits& limits) {
  const auto roots = relations(archive, "", "");
  if (!roots) return std::unexpected(roots.error());
  const Relation* main = of_kind(*roots, "officeDocument");
  if (!main) return damaged("_rels/.rels");
  const auto slash = main->target.rfind('/');
  const std::string folder = main->target.substr(0, slash == std::string::npos ? 0 : slash + 1);
  const auto document = small_part(archive, main->target);
  if (!document) return std::unexpected(document.error());
  const auto parts = relations(archive, folder, main->target.substr(folder.size()));
  if (!parts) return std::unexpected(parts.error());
  const auto root = document->document_element();
  Workbook book;
  book.from_1904 = child_of(root, "workbookPr").attribute("date1904").as_bool();
  book.sheets = worksheets(child_of(root, "sheets"), *parts);
  if (book.sheets.empty()) return damaged(main->target);
  if (std::ssize(book.sheets) > limits.entries)  // several of one part
    return Fault(XlsxFault{"xlsx_too_large", main->target, std::to_string(limits.entries)});
  if (const Relation* styles = of_kind(*parts, "styles")) {
    const auto tree = small_part(archive, styles->target);
    if (!tree) return std::unexpected(tree.error());
    book.formats = cell_formats(tree->document_element());
  }
  if (const Relation* shared = of_kind(*parts, "sharedStrings")) {
    auto strings = shared_strings(archive, shared->target, limits);
    if (!strings) return std::unexpected(strings.error());
    book.strings = std::move(*strings);
  }
  return book;
}

}  // namespace rembuk::files
