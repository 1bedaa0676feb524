#include "engine/files/xlsx/archive.hpp"

#include <zip.h>

namespace rembuk::files {
namespace {

constexpr std::string_view compound_file = "\xd0\xcf\x11\xe0";  // encrypted XLSX, or XLS
constexpr std::uint64_t small_part = 1'000'000;                 // below: no ratio is a danger

std::unexpected<XlsxFault> too_large(std::string_view what, std::uint64_t most) {
  return std::unexpected(XlsxFault{"xlsx_too_large", std::string(what), std::to_string(most)});
}

std::unexpected<XlsxFault> damaged(std::string_view what) {
  return std::unexpected(XlsxFault{"xlsx_damaged", std::string(what)});
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

std::expected<Archive, XlsxFault> Archive::open(std::string_view bytes, const XlsxLimits& limits) {
  if (bytes.starts_with(compound_file)) return std::unexpected(XlsxFault{"xlsx_locked"});
  if (bytes.size() > limits.packed_bytes) return too_large("ZIP", limits.packed_bytes);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!opened && source) zip_source_free(source);
  zip_error_fini(&error);
  if (!opened) return damaged("ZIP");
  Archive archive;
  archive.zip_.reset(opened);
  archive.limits_ = limits;
  if (zip_get_num_entries(opened, 0) > limits.entries)
    return too_large("ZIP", static_cast<std::uint64_t>(limits.entries));
  return archive;
}

std::expected<std::string, XlsxFault> Archive::part(const std::string& name,
                                                    std::uint64_t most_bytes) {
  const zip_int64_t at = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  if (at < 0 || zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(at), 0, &stat) != 0 ||
      (stat.valid & needed) != needed)
    return damaged(name);
  if (stat.encryption_method != ZIP_EM_NONE) return std::unexpected(XlsxFault{"xlsx_locked"});
  if (stat.size > most_bytes) return too_large(name, most_bytes);
  if (stat.size > limits_.unpacked_bytes || unpacked_ + stat.size > limits_.unpacked_bytes)
    return too_large(name, limits_.unpacked_bytes);
  if (stat.size > small_part && stat.size / limits_.ratio > stat.comp_size)
    return too_large(name, limits_.ratio);
  unpacked_ += stat.size;
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(at), 0));
  if (!file) return damaged(name);
  std::string text(stat.size, '\0');
  // The checksum is compared when the end is read; one byte more shows a size that lies.
  const zip_int64_t read = zip_fread(file.get(), text.data(), text.size());
  char more = 0;
  if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size ||
      zip_fread(file.get(), &more, 1) != 0)
    return damaged(name);
  return text;
}

}  // namespace rembuk::files
