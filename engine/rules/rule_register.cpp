#include "engine/rules/rule_register.hpp"

#include <algorithm>
#include <array>

namespace rembuk {
namespace {

using enum RuleKind;
using enum Verified;

constexpr std::array<RuleEntry, 25> demands = {{
    {"R01", process,
     "Mutasi dalam satu instansi daerah ditetapkan PPK setelah pertimbangan tim penilai kinerja.",
     "A transfer inside one regional government is decided by the PPK after advice of the "
     "performance assessment team.",
     "PP 11/2017 Pasal 191", 2017, read,
     "Aplikasi mengusulkan dan memberi tahu; tidak menerbitkan keputusan.",
     "The product proposes and informs; it issues no decision."},
    {"R02", hard,
     "Mutasi antarkabupaten/kota dalam provinsi ditetapkan gubernur setelah pertimbangan Kepala "
     "BKN.",
     "A transfer between regencies or cities is decided by the governor after advice of BKN.",
     "PP 11/2017 Pasal 192; SE BKN 3/SE/VIII/2019", 2017, read,
     "Perpindahan antarpemerintah daerah ditolak, kecuali siklus membukanya.",
     "Moves between governments are refused unless the cycle opens them."},
    {"R03", hard, "Masa di jabatan paling singkat dua tahun.",
     "At least two years in the present post.", "PP 11/2017 Pasal 190(3); BKN 5/2019", 2017, read,
     "Di bawah 24 bulan: terkunci. BKN pernah menyebut 6 bulan (berita, Juli 2025).",
     "Under 24 months: locked. BKN has spoken of 6 months (press, July 2025)."},
    {"R04", soft, "Masa di jabatan paling lama lima tahun.", "At most five years in one post.",
     "PP 11/2017 Pasal 190(3)", 2017, read,
     "Di atas 60 bulan menjadi prioritas rotasi; tidak pernah dipaksa.",
     "Over 60 months is a priority for rotation, never forced."},
    {"R05", hard,
     "Kompetensi, pendidikan, dan sertifikat sesuai syarat jabatan, klasifikasi jabatan, dan pola "
     "karier.",
     "Competence, education and certificate as the post, its classification and the career pattern "
     "demand.",
     "PP 11/2017 Pasal 190(4)", 2017, read,
     "Pendidikan, kompetensi wajib, dan sertifikat menolak; selisih tingkat hanya menimbang.",
     "Education, mandatory competence and certificate refuse; a gap in level only weighs."},
    {"R06", hard, "Larangan konflik kepentingan.", "No conflict of interest.",
     "PP 11/2017 Pasal 190(5)", 2017, read,
     "Hubungan keluarga antara atasan dan bawahan ditolak; daftarnya tidak pernah ditampilkan.",
     "Relatives as superior and subordinate are refused; the list is never shown."},
    {"R07", hard, "Ada anjab dan ABK untuk jabatan tujuan, dan jabatannya disebut.",
     "The new post has a job and workload analysis and is named.", "BKN 5/2019 Pasal 3", 2019, read,
     "Kebutuhan menurut ABK dikurangi yang terisi paling sedikit satu.",
     "Need by workload analysis less heads is at least one."},
    {"R08", hard, "Tidak dalam proses atau menjalani hukuman disiplin atau proses peradilan.",
     "No disciplinary or court process.", "BKN 5/2019 Pasal 3", 2019, read,
     "Hanya layak atau belum; alasannya tidak ditampilkan.",
     "Only eligible or not; the reason is not shown."},
    {"R09", hard, "Penilaian kinerja paling rendah Baik dalam dua tahun terakhir.",
     "Performance rated at least Baik in the last two years.", "BKN 5/2019 Pasal 3", 2019, read,
     "Wajib antarpemerintah daerah; di dalam satu pemerintah daerah sebuah parameter.",
     "Mandatory between governments; inside one a parameter."},
    {"R10", hard, "Tidak sedang tugas belajar atau ikatan dinas.",
     "Not on study assignment or bound by service.", "BKN 5/2019 Pasal 3", 2019, read,
     "Terkunci selama tugas belajar.", "Locked during a study assignment."},
    {"R11", hard, "Bebas temuan Inspektorat.", "No open audit finding.", "BKN 5/2019 Pasal 3", 2019,
     read, "Hanya untuk mutasi antarpemerintah daerah.", "Only for transfers between governments."},
    {"R12", hard,
     "Tidak pindah instansi atas alasan pribadi sebelum sepuluh tahun (kohort seleksi terkait).",
     "No transfer to another agency for personal reasons before ten years (cohorts concerned).",
     "PermenPANRB 6/2024 Pasal 59; 27/2021 Pasal 52", 2021, read,
     "Formulir memperingatkan; permintaan pindah tidak pernah dibuat dari aspirasi.",
     "The form warns; no request is ever made from an aspiration."},
    {"R13", hard, "PPPK hanya diredistribusi dalam PPK yang sama dengan anjab dan ABK.",
     "PPPK are only redistributed inside the same PPK, with job and workload analysis.",
     "PP 49/2018; pernyataan BKN 24-11-2025 (guru)", 2018, press,
     "Terkunci, kecuali siklus membukanya.", "Locked unless the cycle opens it."},
    {"R14", hard,
     "Larangan penggantian pejabat enam bulan sebelum penetapan pasangan calon sampai akhir masa "
     "jabatan tanpa izin Menteri.",
     "Officials are not replaced from six months before candidates are set until the end of the "
     "term without the Minister's permission.",
     "UU 10/2016 Pasal 71(2)", 2016, read, "Jabatan pejabat tertutup dalam masa larangan.",
     "Official posts are closed in the blocked period."},
    {"R15", hard, "Jabatan pimpinan tinggi diisi melalui seleksi atau uji kesesuaian.",
     "Senior leadership posts are filled by selection or a suitability test.",
     "PermenPANRB 15/2019; SE MenPANRB 19/2023", 2019, partly, "Di luar rencana ini.",
     "Outside this plan."},
    {"R16", process,
     "Tanpa pembedaan politik, ras, agama, asal usul, jenis kelamin, status nikah, umur, dan "
     "kecacatan.",
     "No distinction by politics, race, religion, origin, sex, marital status, age or disability.",
     "UU 20/2023 (sistem merit)", 2023, read,
     "Tidak pernah menjadi unsur skor; hanya audit keadilan secara agregat.",
     "Never part of a score; only the aggregate fairness audit."},
    {"R17", hard, "Batas usia pensiun 58, 60, atau 65 tahun menurut jabatan.",
     "Age of retirement 58, 60 or 65 by post.", "UU 20/2023; referensi SIASN usiaBup", 2023, partly,
     "Sisa masa kerja di bawah 24 bulan: terkunci.", "Fewer than 24 months left: locked."},
    {"R18", hard, "Golongan paling rendah sesuai syarat jabatan.",
     "The rank that the post demands.", "PP 11/2017; PermenPANRB 1/2023", 2017, unchecked,
     "Golongan di bawah syarat ditolak.", "A lower rank is refused."},
    {"R19", soft, "Biaya mutasi dibebankan kepada instansi penerima.",
     "The receiving agency bears the cost of a transfer.", "BKN 5/2019 Pasal 11", 2019, read,
     "Dicatat; belum dihitung.", "Noted; not computed."},
    {"R20", process, "Penilaian dampak pelindungan data (DPIA) sebelum pencocokan dan penskoran.",
     "A data protection impact assessment before matching and scoring.", "UU 27/2022 Pasal 34",
     2022, read, "Dokumen disiapkan instansi; keputusan tetap manusia.",
     "The office prepares it; people decide."},
    {"R21", process,
     "Data spesifik (kesehatan, anak, keuangan, catatan kejahatan) dilindungi khusus.",
     "Special data (health, children, finance, criminal record) has special protection.",
     "UU 27/2022 Pasal 4, 25, 26", 2022, read,
     "Rinciannya tidak dikumpulkan; kolom seperti itu ditolak saat impor.",
     "Details are not collected; such columns are refused at import."},
    {"R22", hard, "Penempatan dan karier penyandang disabilitas adil, tanpa diskriminasi.",
     "Fair placement and career of people with disabilities.", "UU 8/2016 Pasal 45, 48", 2016, read,
     "Akomodasi yang diverifikasi tidak boleh memburuk; belum ada kolomnya.",
     "A verified accommodation must not worsen; there is no column yet."},
    {"R23", hard, "Kedudukan hukum aktif.", "Active legal status.", "PP 11/2017", 2017, unchecked,
     "Selain «Aktif»: terkunci.", "Anything but «Aktif»: locked."},
    {"R24", hard, "Dikunci oleh perencana (pegawai atau jabatan).",
     "Locked by the planner (employee or post).", "", 0, not_needed,
     "Melalui kunci.csv dan kolom terkunci; alasan wajib.",
     "By kunci.csv and the column terkunci; with a reason."},
    {"R25", hard, "CPNS dalam masa percobaan belum dimutasi.",
     "CPNS on probation are not transferred.", "PP 11/2017", 2017, unchecked, "CPNS terkunci.",
     "CPNS are locked."},
}};

constexpr std::array<RuleEntry, 10> wishes = {{
    {"S01", soft, "Pilihan wilayah, unit, dan jabatan menurut urutan.",
     "Wishes for region, unit and post in order.", "", 0, not_needed,
     "Menambah kepuasan menurut urutan.", "Adds satisfaction by rank."},
    {"S02", soft, "Waktu tempuh dari domisili.", "Travel time from home.", "", 0, not_needed,
     "Menit, bukan kilometer.", "Minutes, not kilometres."},
    {"S03", soft, "Pasangan bekerja di wilayah yang sama.",
     "A spouse who works in the same region.", "", 0, not_needed,
     "Tidak pernah diimpor; hanya sebagai kekhawatiran yang dipilih sendiri.",
     "Never imported; only as a concern that one chooses."},
    {"S04", soft, "Kebutuhan unit yang kekurangan dan pemerataan.",
     "Need of short-handed units, and even distribution.", "UU 20/2023; ABK", 2023, not_needed,
     "Kekurangan ditimbang dalam rencana.", "Shortage weighs in a plan."},
    {"S05", soft, "Kesinambungan unit: batas persen pegawai yang pindah.",
     "Continuity of a unit: a limit to the share that moves.", "", 0, not_needed,
     "Di atas 20%: dilaporkan, tidak ditolak.", "Over 20%: reported, not refused."},
    {"S06", soft, "Selisih kompetensi dan rencana pengembangan.",
     "Gaps in competence and a plan to develop.", "PermenPANRB 38/2017", 2017, not_needed,
     "Selisih tingkat menurunkan nilai kompetensi.",
     "A gap in level lowers the value of competence."},
    {"S07", soft, "Aspirasi karier.", "Career aspiration.", "PP 11/2017", 2017, not_needed,
     "Kecocokan jalur karier.", "Match of the career track."},
    {"S08", soft, "Perubahan penghasilan melalui kelas jabatan.", "Change of income by job class.",
     "", 0, not_needed, "Selisih kelas jabatan, bukan rupiah per orang.",
     "Difference of job class, no money per person."},
    {"S09", soft, "Beban riwayat: pernah bertugas di daerah jauh.",
     "Past hardship: has served in a remote place.", "", 0, not_needed,
     "Giliran adil; belum ada kolomnya.", "A fair turn; there is no column yet."},
    {"S10", soft, "Pemerataan kepuasan antarkelompok.", "Even satisfaction between groups.", "", 0,
     not_needed, "Sepersepuluh terbawah dan Gini dilaporkan.",
     "Worst tenth and Gini are reported."},
}};

constexpr auto whole_register = [] {
  std::array<RuleEntry, demands.size() + wishes.size()> all{};
  std::ranges::copy(demands, all.begin());
  std::ranges::copy(wishes, all.begin() + demands.size());
  return all;
}();

}  // namespace

std::span<const RuleEntry> rule_register() { return whole_register; }

std::optional<Rule> enforced(std::string_view id) {
  for (const auto& text : rule_texts())
    if (name(text.rule) == id) return text.rule;
  return std::nullopt;
}

}  // namespace rembuk
