#include <cstdint>

#include "engine/files/export.hpp"
#include "tests/engine/files/small_files.hpp"
#include "tests/fuzz/expect.hpp"

using namespace rembuk;
using namespace rembuk::files;
using fuzz::expect;

/// The first byte names one of the ten files of a small consultation; the rest is its text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const Texts given = small_files();
  const std::string name(data[0] % 10 == 9 ? settings_file : file_names[data[0] % 10]);
  Texts texts = given;
  texts[name] = std::string(reinterpret_cast<const char*>(data + 1), size - 1);
  const Import import = import_texts(texts);
  expect(import.consultation.has_value() == (import.faults.errors() == 0), "all or nothing");
  for (const auto& fault : import.faults.list()) {
    const auto told = message(fault, Language::indonesian);
    expect(told != fault.code && told.size() < 4000, "each fault has a message");
    expect(fault.row >= 0 && fault.file.ends_with(fault.file == settings_file ? ".json" : ".csv"),
           "each fault has its place");
  }
  if (!import.consultation) return 0;
  Texts written;
  for (auto& [file, text] : export_files(*import.consultation)) written[file] = std::move(text);
  const Import again = import_texts(written);
  expect(again.faults.errors() == 0, "what is written is read without an error");
  expect(again.consultation == import.consultation, "what is written says the same");
  return 0;
}
