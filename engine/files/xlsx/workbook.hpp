#pragma once
#include <expected>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/files/xlsx/archive.hpp"
#include "engine/files/xlsx/cells.hpp"

namespace rembuk::files {

/// Many strings in one piece of memory.
class Strings {
 public:
  void add(std::string_view text) {
    all_ += text;
    ends_.push_back(all_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t at) const {
    const std::size_t first = at == 0 ? 0 : ends_[at - 1];
    return std::string_view(all_).substr(first, ends_[at] - first);
  }

 private:
  std::string all_;
  std::vector<std::size_t> ends_;
};

/// Its worksheets, at least one, and what their cells refer to. Charts are passed over.
struct Workbook {
  struct Sheet {
    std::string name, part;
  };
  std::vector<Sheet> sheets;
  Strings strings;
  std::vector<NumberFormat> formats;  ///< by cell style
  bool from_1904 = false;
};
[[nodiscard]] std::expected<Workbook, XlsxFault> read_workbook(Archive& archive,
                                                               const XlsxLimits& limits);

/// The name of an element or attribute without its prefix.
[[nodiscard]] std::string_view local_name(const char* name);
/// The first child of that name, whatever its prefix.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node node, std::string_view name);
/// The text of an <si> or <is>: its <t> and those of its runs, without phonetic hints.
[[nodiscard]] std::string rich_text(pugi::xml_node item);

/// One element as a tree; the largest that is read at once.
inline constexpr std::size_t most_element_bytes = 32'000'000;
inline constexpr unsigned xml_options = pugi::parse_default | pugi::parse_ws_pcdata_single;

}  // namespace rembuk::files
