#include "engine/files/faults.hpp"

namespace rembuk::files {

const std::vector<FaultText>& fault_table() {
  static const std::vector<FaultText> table = {
      // the file as a whole
      {"file_missing", "Berkas ini belum ada. Silakan sertakan kesembilan berkas; berkas tanpa baris cukup berisi kepala kolom.", "This file is missing. Please provide all nine files; a file without rows needs only its header."},
      {"file_empty", "Berkas kosong. Silakan isi setidaknya kepala kolom.", "The file is empty. Please provide at least the header."},
      {"file_without_rows", "Berkas tidak berisi baris data. Setidaknya satu baris diperlukan.", "The file has no data rows. At least one is needed."},
      {"file_too_large", "Berkas terlalu besar ({0} MB, paling banyak {1} MB).", "The file is too large ({0} MB, at most {1} MB)."},
      {"not_text", "Berkas bukan teks (berisi bita NUL). Silakan simpan sebagai CSV UTF-8.", "The file is not text (it holds NUL bytes). Please save it as CSV UTF-8."},
      {"not_utf8", "Berkas bukan UTF-8, mungkin Windows-1252. Silakan simpan ulang sebagai \"CSV UTF-8\".", "The file is not UTF-8, perhaps Windows-1252. Please save it again as \"CSV UTF-8\"."},
      {"column_missing", "Kolom {0} wajib ada.", "The column {0} is required."},
      {"column_unknown", "Kolom {0} tidak dikenal dan diabaikan.", "The column {0} is unknown and ignored."},
      {"column_twice", "Kolom {0} muncul dua kali.", "The column {0} appears twice."},
      {"column_forbidden", "Kolom {0} tidak boleh diunggah: data pribadi ini tidak diperlukan. Silakan hapus kolomnya.", "The column {0} must not be uploaded: this personal data is not needed. Please remove the column."},
      {"quote_unclosed", "Tanda kutip tidak ditutup sampai akhir berkas.", "A quotation mark is not closed before the end of the file."},
      {"quote_misplaced", "Ada teks sesudah tanda kutip penutup. Silakan tulis tanda kutip di dalam isi sebagai dua tanda kutip.", "There is text after a closing quotation mark. Please write a quotation mark inside a value as two."},
      {"cell_count", "Baris ini berisi {0} kolom, kepala berisi {1}.", "This row has {0} cells, the header has {1}."},
      {"settings_invalid", "konsultasi.json tidak dapat dibaca: {0}.", "konsultasi.json cannot be read: {0}."},
      // a single cell
      {"value_missing", "Silakan isi kolom ini.", "Please fill in this field."},
      {"value_too_long", "Isi terlalu panjang (paling banyak {1} bita).", "The value is too long (at most {1} bytes)."},
      {"number_invalid", "\"{0}\" bukan bilangan dari {1} sampai {2}.", "\"{0}\" is not a number from {1} to {2}."},
      {"date_invalid", "\"{0}\" bukan tanggal. Silakan gunakan YYYY-MM-DD, DD-MM-YYYY, atau DD/MM/YYYY.", "\"{0}\" is not a date. Please use YYYY-MM-DD, DD-MM-YYYY or DD/MM/YYYY."},
      {"date_in_future", "Tanggal {0} sesudah tanggal acuan.", "The date {0} is after the reference date."},
      {"yes_no_invalid", "\"{0}\" bukan ya atau tidak.", "\"{0}\" is neither ya nor tidak."},
      {"choice_invalid", "\"{0}\" tidak dikenal. Pilihan: {1}.", "\"{0}\" is unknown. Choices: {1}."},
      // units and posts
      {"code_twice", "Kode {0} sudah dipakai di baris lain.", "The code {0} is used in another row."},
      {"parent_unknown", "Unit induk {0} tidak ada.", "The parent unit {0} does not exist."},
      {"unit_cycle", "Unit {0} menjadi induk bagi dirinya sendiri melalui rantai induk.", "The unit {0} is its own ancestor."},
      {"government_invalid", "Kode instansi \"{0}\" harus empat angka.", "The government code \"{0}\" must have four digits."},
      {"area_invalid", "Kode wilayah \"{0}\" tidak berbentuk 15.xx[.yy[.zz]].", "The area code \"{0}\" is not of the form 15.xx[.yy[.zz]]."},
      {"home_too_fine", "Domisili \"{0}\" terlalu rinci: paling jauh kecamatan (15.xx.yy).", "The home \"{0}\" is too fine: at most a district (15.xx.yy)."},
      {"unit_unknown", "Unit {0} tidak ada di unit.csv.", "The unit {0} is not in unit.csv."},
      {"level_missing", "Jenjang wajib diisi untuk jabatan {0}.", "A level is required for a post of kind {0}."},
      {"eselon_invalid", "Eselon \"{0}\" tidak dikenal (I.a sampai V.b).", "The echelon \"{0}\" is unknown (I.a to V.b)."},
      {"eselon_not_structural", "Eselon hanya untuk jabatan struktural.", "An echelon is for structural posts only."},
      {"structural_need", "Kebutuhan jabatan struktural harus 1.", "The need of a structural post must be 1."},
      {"competence_unknown", "Kompetensi {0} tidak ada di kompetensi.csv.", "The competence {0} is not in kompetensi.csv."},
      {"post_unknown", "Jabatan {0} tidak ada di jabatan.csv.", "The post {0} is not in jabatan.csv."},
      {"pair_twice", "Pasangan {0} sudah ada di baris lain.", "The pair {0} is in another row."},
      {"region_invalid", "\"{0}\" bukan kode kabupaten/kota (15.xx).", "\"{0}\" is not a regency or city code (15.xx)."},
      {"travel_missing", "Waktu tempuh dari {0} ke {1} belum ada.", "The travel time from {0} to {1} is missing."},
      // employees
      {"nip_length", "Silakan periksa kembali NIP: harus 18 angka.", "Check the NIP: 18 digits."},
      {"nip_damaged", "NIP rusak karena format angka. Silakan ubah kolom NIP menjadi teks, lalu unggah kembali.", "NIP damaged by number format; set the column as text and upload again."},
      {"nip_date_invalid", "Tanggal di dalam NIP {0} tidak ada di kalender.", "A date inside the NIP {0} does not exist."},
      {"nip_birth_mismatch", "Tanggal lahir tidak sesuai dengan NIP.", "Birth date does not match the NIP."},
      {"nip_tmt_mismatch", "TMT CPNS tidak sesuai dengan NIP.", "TMT CPNS does not match the NIP."},
      {"nip_sex_mismatch", "Jenis kelamin tidak sesuai dengan NIP.", "Sex does not match the NIP."},
      {"nip_too_young", "TMT CPNS kurang dari 18 tahun sesudah tanggal lahir.", "TMT CPNS is less than 18 years after the birth date."},
      {"nip_in_future", "TMT CPNS di dalam NIP sesudah tanggal acuan.", "TMT CPNS inside the NIP is after the reference date."},
      {"nip_twice", "NIP ini sudah ada di baris lain.", "This NIP is in another row."},
      {"nip_unknown", "NIP ini tidak ada di pegawai.csv.", "This NIP is not in pegawai.csv."},
      {"golongan_invalid", "Golongan \"{0}\" tidak dikenal untuk {1}.", "The grade \"{0}\" is unknown for {1}."},
      {"unit_not_of_post", "Unit pegawai ({0}) berbeda dari unit jabatannya ({1}).", "The employee's unit ({0}) differs from the unit of the post ({1})."},
      {"skp_year_invalid", "Tahun SKP {0} tidak dalam tiga tahun sebelum tanggal acuan.", "The SKP year {0} is not within three years of the reference date."},
      {"retired", "Usia sudah mencapai batas usia pensiun ({0}).", "The age has reached the retirement age ({0})."},
      {"surplus", "Kelebihan: {0} pegawai untuk kebutuhan {1}.", "Surplus: {0} employees for a need of {1}."},
      // answers
      {"wish_invalid", "\"{0}\" bukan keinginan yang dikenal (jabatan:KODE, unit:KODE, atau wilayah:15.xx).", "\"{0}\" is not a known wish (jabatan:CODE, unit:CODE or wilayah:15.xx)."},
      {"wish_target_unknown", "Sasaran keinginan \"{0}\" tidak ada.", "The target of the wish \"{0}\" does not exist."},
      {"wish_gap", "Ada keinginan yang kosong sebelum keinginan ini.", "There is an empty wish before this one."},
      {"criteria_invalid", "Urutan kriteria harus kosong atau memuat kelima kriteria, dipisah tanda >.", "The order of criteria must be empty or name all five, separated by >."},
      {"category_invalid", "\"{0}\" bukan kategori kekhawatiran (K01 sampai K14).", "\"{0}\" is not a concern category (K01 to K14)."},
      {"category_twice", "Kategori {0} sudah disebut oleh pegawai ini.", "The category {0} is already stated by this employee."},
      {"answer_missing", "Pegawai ini tidak ada di aspirasi.csv.", "This employee has no row in aspirasi.csv."},
      // plans and locks
      {"plan_current_post", "Baris ini menyebut jabatan sekarang dan diabaikan.", "This row names the current post and is ignored."},
      {"plan_twice", "Pegawai ini sudah dipindahkan di baris lain.", "This employee is moved in another row."},
      {"lock_twice", "Pegawai ini sudah dikunci di baris lain.", "This employee is locked in another row."},
      {"relation_self", "Kedua NIP sama.", "Both NIPs are the same."},
  };
  return table;
}

}  // namespace rembuk::files
