#pragma once
#include <zip.h>

#include <map>
#include <utility>
#include <vector>

#include "engine/files/csv.hpp"
#include <stdexcept>
#include <string>
#include <string_view>

/// Workbooks made part by part, so that a test can write what no spreadsheet would.
namespace rembuk::files {

using Parts = std::map<std::string, std::string>;

/// The parts as one ZIP archive in memory.
inline std::string zipped(const Parts& parts, zip_int32_t method = ZIP_CM_DEFLATE) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);  // outlives the archive, to be read
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (!archive) throw std::logic_error("no archive");
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const auto at = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0 || zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), method, 0) != 0)
      throw std::logic_error("no part " + name);
  }
  if (zip_close(archive) != 0 || zip_source_open(target) != 0) throw std::logic_error("not closed");
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

/// A workbook of one sheet with these rows (XML), styles and shared strings.
inline Parts workbook(std::string_view rows) {
  const std::string kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + kind +
                          "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Lembar\" sheetId=\"1\" r:id=\"rId1\"/>"
       "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"rId1\" Type=\"" + kind +
           "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" +
           kind + "styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + kind +
           "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy\"/>"
       "<numFmt numFmtId=\"165\" formatCode=\"0000\"/><numFmt numFmtId=\"166\" "
       "formatCode=\"00.00\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
       "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml",
       "<sst><si><t>bersama</t></si><si><r><t>kaya</t></r><r><t xml:space=\"preserve\"> rupa</t>"
       "</r><rPh><t>x</t></rPh></si><si><t>dua_x000D_\nbaris</t></si></sst>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"},
  };
}

/// The same with a second and further sheets of these names and rows.
inline Parts with_sheets(Parts parts,
                         const std::vector<std::pair<std::string, std::string>>& sheets) {
  std::string list, relations;
  for (std::size_t k = 0; k < sheets.size(); ++k) {
    const std::string id = "more" + std::to_string(k), part = "worksheets/" + id + ".xml";
    list += "<sheet name=\"" + sheets[k].first + "\" r:id=\"" + id + "\"/>";
    relations += "<Relationship Id=\"" + id +
                 "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                 "worksheet\" Target=\"" + part + "\"/>";
    parts["xl/" + part] = "<worksheet><sheetData>" + sheets[k].second + "</sheetData></worksheet>";
  }
  const auto before = [&](const std::string& part, std::string_view mark, const std::string& text) {
    parts[part].insert(parts[part].find(mark), text);
  };
  before("xl/workbook.xml", "</sheets>", list);
  before("xl/_rels/workbook.xml.rels", "</Relationships>", relations);
  return parts;
}

/// CSV as rows of a sheet, every cell as inline text.
inline std::string rows_of_csv(std::string_view csv) {
  std::string rows;
  CsvReader reader(csv);
  CsvRecord record;
  while (reader.next(record)) {
    rows += "<row>";
    for (const std::string_view cell : record.cells) {
      rows += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">";
      for (const char c : cell)
        rows += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
      rows += "</t></is></c>";
    }
    rows += "</row>";
  }
  return rows;
}

}  // namespace rembuk::files
