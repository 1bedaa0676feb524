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
constexpr std::array<Column, 4> concern_columns = {
    {{"nip", true}, {"kategori", true}, {"intensitas", true}, {"bantuan"}}};
constexpr std::array<std::string_view, 5> wish_columns = {
    "keinginan_1", "keinginan_2", "keinginan_3", "keinginan_4", "keinginan_5"};

void read_wish(Row& row, std::string_view column, Importer& in, Aspiration& aspiration) {
  const std::string text = row.text(column, 120);
  if (text.empty()) return;
  const auto colon = text.find(':');
  const std::string kind = text.substr(0, colon);
  const std::string code = colon == std::string::npos ? "" : text.substr(colon + 1);
  if (code.empty() || (kind != "jabatan" && kind != "unit" && kind != "wilayah")) {
    row.fault(column, "wish_invalid", {text});
  } else if (kind == "wilayah") {
    if (!is_area(code, 2) || code.size() != 5) row.fault(column, "wish_invalid", {text});
    aspiration.wishes.emplace_back(WishRegion{code});
  } else if (kind == "jabatan") {
    if (in.posts.unknown(code)) row.fault(column, "wish_target_unknown", {text});
    aspiration.wishes.emplace_back(in.posts.id<PostId>(code));
  } else {
    if (in.units.unknown(code)) row.fault(column, "wish_target_unknown", {text});
    aspiration.wishes.emplace_back(in.units.id<UnitId>(code));
  }
}

void read_criteria(Row& row, Aspiration& aspiration) {
  const std::string text = row.text("urutan_kriteria", 120);
  if (text.empty()) return;
  std::array<Criterion, criterion_count> order{};
  std::array<bool, criterion_count> seen{};
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('>', at), text.size());
    std::string_view name = std::string_view(text).substr(at, end - at);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto criterion = position_of(name, criterion_names);
    if (!criterion || seen[*criterion] || count == criterion_count) {
      row.fault("urutan_kriteria", "criteria_invalid");
      return;
    }
    seen[*criterion] = true;
    order[count++] = static_cast<Criterion>(*criterion);
    at = end + 1;
  }
  if (count != criterion_count) {
    row.fault("urutan_kriteria", "criteria_invalid");
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

void Importer::read_aspirations(std::string_view text) {
  answered.usable = read_table({"aspirasi.csv", aspiration_columns}, text, faults, [&](Row& row) {
    Aspiration aspiration;
    const std::string nip = employee_reference(row);
    if (nip.empty() || (employees.usable && !employees.find(nip)))
      ++answered.unreadable;
    else if (!answered.take(nip))
      row.fault("nip", "nip_twice");
    aspiration.employee = employees.id<EmployeeId>(nip);
    if (const auto stance = row.one_of<Stance>("sikap", stance_names)) aspiration.stance = *stance;
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
    aspiration.career_track = row.one_of<PostKind>("jalur_karier", post_kind_names);
    if (keep && row.good()) consultation.aspirations.push_back(std::move(aspiration));
  });
  std::ranges::sort(consultation.aspirations, {}, &Aspiration::employee);
}

void Importer::read_concerns(std::string_view text) {
  std::set<std::pair<std::string, std::uint8_t>> seen;
  (void)read_table({"kekhawatiran.csv", concern_columns}, text, faults, [&](Row& row) {
    Concern concern;
    const std::string nip = employee_reference(row);
    if (employees.usable && employees.find(nip) && answered.unknown(nip))
      row.fault("nip", "answer_missing");
    concern.employee = employees.id<EmployeeId>(nip);
    const std::string category = row.text("kategori", 20);
    const auto number = category_of(category);
    if (number)
      concern.category = *number;
    else if (!category.empty())
      row.fault("kategori", "category_invalid", {category});
    if (number && !nip.empty() && !take_pair(seen, nip, *number))
      row.fault("kategori", "category_twice", {category});
    concern.intensity = static_cast<std::uint8_t>(row.integer("intensitas", 1, 5).value_or(1));
    concern.help = row.text("bantuan", 40);
    if (keep && row.good()) consultation.concerns.push_back(std::move(concern));
  });
  std::ranges::sort(consultation.concerns, {},
                    [](const Concern& c) { return std::pair(c.employee, c.category); });
}

}  // namespace rembuk::files
