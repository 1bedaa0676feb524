#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/files/import.hpp"

/// A hand-made consultation with every column used at least once, as its files.
namespace rembuk::files {

using Texts = std::map<std::string, std::string>;

inline Texts small_files() {
  return {
      {"unit.csv",
       "unit_kode,unit_nama,induk_kode,jenis_unit,instansi_kode,wilayah_kode,lat,lng,keterpencilan\n"
       "JB,\"Pemerintah Provinsi Jambi\",,instansi,0500,15.71,-1.609972,103.607254,0\n"
       "JB.D,\"Dinas \"\"Uji\"\", Jambi\",JB,dinas,0500,15.71.05,,,\n"
       "JB.K,\"Kantor\nKerinci\",JB.D,uptd,0500,15.01.02.1003,-2.5,101.25,3\n"},
      {"kompetensi.csv", "kompetensi_kode,nama,jenis\nM1,Kepemimpinan,manajerial\nS1,Sertifikat,\nT1,Teknis,teknis\n"},
      {"jabatan.csv",
       "jabatan_kode,jabatan_nama,unit_kode,jenis_jabatan,jenjang,eselon,kelas_jabatan,kebutuhan_abk,golongan_min,"
       "pendidikan_min,rumpun_pendidikan,sertifikat_wajib,terbuka_pppk,terkunci\n"
       "D.HEAD,Kepala Dinas,JB.D,struktural,jpt_pratama,II.a,14,1,IV/a,S1,,,tidak,tidak\n"
       "D.STAF,Pengelola Data,JB.D,pelaksana,,,6,2,II/c,SMA,Ekonomi;Hukum,,ya,tidak\n"
       "K.AHLI,Analis,JB.K,fungsional,ahli_pertama,,8,3,III/a,S1,,S1,tidak,ya\n"},
      {"pegawai.csv",
       "nip,nama,gelar_depan,gelar_belakang,status_asn,tanggal_lahir,jenis_kelamin,tmt_cpns,golongan,tmt_golongan,"
       "unit_kode,jabatan_kode,tmt_jabatan,pendidikan_tingkat,pendidikan_jurusan,skp_tahun_1,skp_predikat_1,"
       "skp_tahun_2,skp_predikat_2,kotak_talenta,wilayah_domisili_kode,kedudukan_hukum,hukuman_disiplin,"
       "tugas_belajar,bebas_temuan,bup\n"
       "197001011995031001,\"Ahmad, Drs.\",Drs.,M.Si,PNS,1970-01-01,L,1995-03-01,IV/b,2020-04-01,JB.D,D.HEAD,"
       "2021-05-01,S2,Hukum,2025,Sangat Baik,2024,Baik,9,15.71.05,Aktif,tidak,tidak,ya,60\n"
       "198502282010012002,=Siti,,,PNS,28-02-1985,P,01/01/2010,III/c,,JB.D,D.STAF,2018-01-01,SMA,,,,,,,,Aktif,,,,\n"
       "199103152023211003,Budi,,,PPPK,1991-03-15,L,2023-04-01,IX,,JB.K,K.AHLI,2023-04-01,S1,Ekonomi,2025,"
       "Butuh Perbaikan,,,,15.01,Cuti,ya,ya,tidak,65\n"},
      {"kompetensi_jabatan.csv",
       "jabatan_kode,kompetensi_kode,level_syarat,wajib\nD.HEAD,M1,4,ya\nK.AHLI,T1,2,tidak\n"},
      {"kompetensi_pegawai.csv",
       "nip,kompetensi_kode,level,sumber,tanggal_nilai\n197001011995031001,M1,5,asesmen,2024-01-31\n"
       "199103152023211003,S1,1,sertifikat,\n199103152023211003,T1,3,,2025-12-01\n"},
      {"waktu_tempuh.csv",
       "dari_wilayah,ke_wilayah,menit\n15.01,15.01,30\n15.01,15.71,660\n15.71,15.01,640\n15.71,15.71,20\n"},
      {"aspirasi.csv",
       "nip,sikap,keinginan_1,keinginan_2,keinginan_3,keinginan_4,keinginan_5,urutan_kriteria,jalur_karier\n"
       "198502282010012002,pindah,jabatan:K.AHLI,unit:JB.K,wilayah:15.01,,,"
       "jarak>kompetensi>karier>beban>sarana,fungsional\n199103152023211003,tetap,,,,,,,\n"},
      {"kekhawatiran.csv",
       "nip,kategori,intensitas,bantuan\n198502282010012002,K01,5,rumah_dinas\n198502282010012002,K14,1,\n"},
      {"konsultasi.json",
       "{\"reference_date\": \"2026-06-30\", \"between_governments\": true, \"threshold\": 12,"
       " \"parameters\": {\"of_ten\": [6, 3, 1], \"odds_stay\": 2.5}}"},
  };
}

inline Import import_texts(const Texts& texts, ImportOptions options = {}) {
  std::vector<NamedText> named;
  for (const auto& [name, text] : texts) named.push_back({name, text});
  return import_files(named, options);
}

/// "file:row:column:code" of every fault, in order.
inline std::vector<std::string> told(const Faults& faults) {
  std::vector<std::string> all;
  for (const auto& f : faults.list())
    all.push_back(f.file + ":" + std::to_string(f.row) + ":" + f.column + ":" + f.code);
  return all;
}

inline void replace(std::string& text, std::string_view what, std::string_view with) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::logic_error("the sample has no " + std::string(what));
  text.replace(at, what.size(), with);
}

}  // namespace rembuk::files
