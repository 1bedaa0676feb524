#include "engine/files/importer.hpp"

namespace rembuk::files {

const std::int32_t* KnownCodes::find(std::string_view code) const {
  std::size_t slot = code.size();
  for (const char c : code.substr(code.size() - std::min<std::size_t>(code.size(), 4)))
    slot = slot * 31 + static_cast<unsigned char>(c);
  auto& recent = recent_[slot % recent_.size()];
  if (recent && (*recent)->first == code) return &(*recent)->second;
  auto found = position.end();
  auto next = last_.value_or(found);  // files in the order of codes ask for one soon after
  for (int step = 0; step < 4 && next != position.end(); ++step, ++next)
    if (next->first == code) {
      found = next;
      break;
    }
  if (found == position.end()) found = position.find(code);
  if (found == position.end()) return nullptr;
  recent = last_ = found;
  return &found->second;
}

bool KnownCodes::unknown(std::string_view code) {
  if (!usable || find(code) || laid_to_unreadable_.contains(code)) return false;
  if (laid_to_unreadable_.size() >= unreadable) return true;
  laid_to_unreadable_.emplace(code);
  return false;
}

bool take_code(Row& row, std::string_view column, KnownCodes& known, std::string& code,
               std::size_t most) {
  code = row.text(column, most);
  if (code.empty()) {
    known.unreadable += row.raw(column).empty() ? 1 : 0;
    return false;
  }
  if (known.take(code)) return true;
  row.fault(column, "code_twice", {code});
  return false;
}

bool is_government(std::string_view code) {
  return code.size() == 4 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_area(std::string_view code, int most_parts) {
  int parts = 0;
  for (std::size_t at = 0; at <= code.size(); at += 3, ++parts) {
    if (at + 2 > code.size() || code[at] < '0' || code[at] > '9' || code[at + 1] < '0' ||
        code[at + 1] > '9')
      return false;
    if (at + 2 == code.size()) {
      ++parts;
      return code.starts_with("15.") && parts <= most_parts;
    }
    if (code[at + 2] != '.') {
      // A village has four digits: 15.71.05.1001.
      const auto last = code.substr(at);
      return parts == 3 && most_parts == 4 && is_government(last) && code.starts_with("15.");
    }
  }
  return false;
}

}  // namespace rembuk::files
