#include "engine/files/xlsx/xlsx.hpp"

/// For builds without libzip and pugixml (WebAssembly): a spreadsheet is refused with advice.
namespace rembuk::files {

SheetText read_xlsx(std::string_view, std::string_view file, const XlsxLimits&) {
  return {{}, {{std::string(file), 0, "", "xlsx_absent", Severity::error, {}}}};
}

}  // namespace rembuk::files
