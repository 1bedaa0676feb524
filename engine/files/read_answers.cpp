#include <array>
#include <cstdint>

#include "engine/files/importer.hpp"
#include "engine/files/nip.hpp"

/// aspirasi.csv and kekhawatiran.csv: how assisted and paper answers come in.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 9> aspiration_columns = {{{"nip", true},
                                                       {"sikap", true},
                                                       {"keinginan_1"},
                                                       {"keinginan_2"},
                                                       {"keinginan_3"},
                                                       {"keinginan_4"},
                                                       {"keinginan_5"},
                                                       {"urutan_kriteria"},
                                                       {"jalur_karier"}}};
consteval std::size_t cell(std::string_view name) { return place_of(aspiration_columns, name); }
constexpr std::array<Column, 4> concern_columns = {
    {{"nip", true}, {"kategori", true}, {"intensitas", true}, {"bantuan"}}};
consteval std::size_t concern_cell(std::string_view name) {
  return place_of(concern_columns, name);
}
constexpr std::array<std::size_t, 5> wish_columns = {cell("keinginan_1"), cell("keinginan_2"),
                                                     cell("keinginan_3"), cell("keinginan_4"),
                                                     cell("keinginan_5")};

void read_wish(Row& row, std::size_t column, Importer& in, Aspiration& aspiration) {
  const std::string_view text = row.text(column, 120);
  if (text.empty()) return;
  const auto colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  const std::string_view code = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  bool unknown = false;
  const auto wish = [&](auto target) {
    if (in.keep) aspiration.wishes.emplace_back(std::move(target));
  };
  if (code.empty() || (kind != "jabatan" && kind != "unit" && kind != "wilayah")) {
    row.fault(column, "wish_invalid", {text});
  } else if (kind == "wilayah") {
    if (!is_area(code, 2) || code.size() != 5) row.fault(column, "wish_invalid", {text});
    wish(WishRegion{std::string(code)});
  } else if (kind == "jabatan") {
    wish(in.posts.id_or<PostId>(code, unknown));
  } else {
    wish(in.units.id_or<UnitId>(code, unknown));
  }
  if (unknown) row.fault(column, "wish_target_unknown", {text});
}

void read_criteria(Row& row, Aspiration& aspiration) {
  const std::string_view text = row.text(cell("urutan_kriteria"), 120);
  if (text.empty()) return;
  std::array<Criterion, criterion_count> order{};
  std::array<bool, criterion_count> seen{};
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('>', at), text.size());
    std::string_view name = text.substr(at, end - at);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto criterion = position_of(name, criterion_names);
    if (!criterion || seen[*criterion] || count == criterion_count) {
      row.fault(cell("urutan_kriteria"), "criteria_invalid");
      return;
    }
    seen[*criterion] = true;
    order[count++] = static_cast<Criterion>(*criterion);
    at = end + 1;
  }
  if (count != criterion_count) {
    row.fault(cell("urutan_kriteria"), "criteria_invalid");
    return;
  }
  aspiration.criteria_order = order;
}

std::optional<std::uint8_t> category_of(std::string_view text) {
  if (text.size() != 3 || text[0] != 'K' || text[1] < '0' || text[1] > '1' || text[2] < '0' ||
      text[2] > '9')
    return std::nullopt;
  const int number = (text[1] - '0') * 10 + (text[2] - '0');
  if (number < 1 || number > static_cast<int>(concern_categories)) return std::nullopt;
  return static_cast<std::uint8_t>(number - 1);
}

}  // namespace

void Importer::judge_aspiration(Row& row) {
  Aspiration aspiration;
  const Reference& who = employee_reference(row, cell("nip"));
  if (who.nip.empty() || (employees.usable && !who.known))
    ++answered.unreadable;
  else if (!answered.take(who.nip))
    row.fault(cell("nip"), "nip_twice");
  aspiration.employee = who.id;
  if (const auto stance = row.one_of<Stance>(cell("sikap"), stance_names))
    aspiration.stance = *stance;
  bool gap = false;
  for (const auto column : wish_columns) {
    if (row.raw(column).empty()) {
      gap = true;
    } else {
      if (gap) row.fault(column, "wish_gap");
      gap = false;
      read_wish(row, column, *this, aspiration);
    }
  }
  read_criteria(row, aspiration);
  aspiration.career_track = row.one_of<PostKind>(cell("jalur_karier"), post_kind_names);
  if (keep && row.good()) consultation.aspirations.push_back(std::move(aspiration));
}

bool Importer::adopt_aspirations(Importer& later) {
  if (!answered.append(later.answered)) return false;
  std::ranges::move(later.consultation.aspirations, std::back_inserter(consultation.aspirations));
  return true;
}

void Importer::read_aspirations(std::string_view text) {
  answered.usable = read_in_parts({"aspirasi.csv", aspiration_columns}, text,
                                  {&Importer::judge_aspiration, &Importer::adopt_aspirations})
                        .usable;
  sort_records(consultation.aspirations, &Aspiration::employee);
}

void Importer::judge_concern(Row& row) {
  Concern concern;
  const Reference& who = employee_reference(row, concern_cell("nip"));
  if (employees.usable && who.known && answered.unknown(who.nip))
    row.fault(concern_cell("nip"), "answer_missing");
  concern.employee = who.id;
  const std::string_view category = row.text(concern_cell("kategori"), 20);
  const auto number = category_of(category);
  if (number)
    concern.category = *number;
  else if (!category.empty())
    row.fault(concern_cell("kategori"), "category_invalid", {category});
  if (number && !who.nip.empty() && !pairs.take(joined(who.nip, category)))
    row.fault(concern_cell("kategori"), "category_twice", {category});
  concern.intensity =
      static_cast<std::uint8_t>(row.integer(concern_cell("intensitas"), 1, 5).value_or(1));
  keep_text(concern.help, row.text(concern_cell("bantuan"), 40));
  if (keep && row.good()) consultation.concerns.push_back(std::move(concern));
}

bool Importer::adopt_concerns(Importer& later) {
  if (!pairs.append(later.pairs)) return false;
  std::ranges::move(later.consultation.concerns, std::back_inserter(consultation.concerns));
  return true;
}

void Importer::read_concerns(std::string_view text) {
  (void)read_in_parts({"kekhawatiran.csv", concern_columns}, text,
                      {&Importer::judge_concern, &Importer::adopt_concerns});
  pairs = {};
  sort_records(consultation.concerns,
               [](const Concern& c) { return std::pair(c.employee, c.category); });
}

}  // namespace rembuk::files
