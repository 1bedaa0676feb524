#include <algorithm>
#include <array>

#include "engine/rules/rules.hpp"

namespace rembuk {
namespace {

constexpr std::array<RuleText, 17> texts = {{
    {Rule::R02, "Mutasi antarpemerintah daerah ditetapkan gubernur; tidak dibuka pada siklus ini.",
     "A transfer between governments is decided by the governor; it is not open in this cycle.",
     "PP 11/2017 Pasal 192; SE BKN 3/SE/VIII/2019", 2017},
    {Rule::R03, "Masa di jabatan paling singkat dua tahun.",
     "At least two years in the present post.", "PP 11/2017 Pasal 190(3); BKN 5/2019", 2017},
    {Rule::R05, "Pendidikan, kompetensi wajib, dan sertifikat sesuai syarat jabatan.",
     "Education, mandatory competences and certificate as the post demands.",
     "PP 11/2017 Pasal 190(4)", 2017},
    {Rule::R06, "Tidak ada hubungan keluarga antara atasan dan bawahan.",
     "No relatives as superior and subordinate.", "PP 11/2017 Pasal 190(5)", 2017},
    {Rule::R07, "Jabatan tujuan mempunyai lowongan menurut ABK.",
     "The new post has a vacancy by workload analysis.", "BKN 5/2019 Pasal 3", 2019},
    {Rule::R08, "Tidak dalam proses atau menjalani hukuman disiplin atau peradilan.",
     "No disciplinary or court process.", "BKN 5/2019 Pasal 3", 2019},
    {Rule::R09, "Penilaian kinerja paling rendah Baik dalam dua tahun terakhir.",
     "Performance rated at least Baik in the last two years.", "BKN 5/2019 Pasal 3", 2019},
    {Rule::R10, "Tidak sedang tugas belajar atau ikatan dinas.",
     "Not on study assignment or bound by service.", "BKN 5/2019 Pasal 3", 2019},
    {Rule::R11, "Bebas temuan Inspektorat untuk mutasi antarpemerintah daerah.",
     "No open audit finding for a transfer between governments.", "BKN 5/2019 Pasal 3", 2019},
    {Rule::R13, "PPPK hanya dapat diredistribusi dalam PPK yang sama bila siklus mengizinkan.",
     "PPPK may only be redistributed inside one government, if the cycle allows it.", "PP 49/2018",
     2018},
    {Rule::R14, "Pejabat tidak diganti dalam masa larangan sekitar pemilihan.",
     "Officials are not replaced in the period blocked by an election.", "UU 10/2016 Pasal 71(2)",
     2016},
    {Rule::R15, "Jabatan pimpinan tinggi diisi melalui seleksi, di luar rencana ini.",
     "Senior leadership posts are filled by selection, outside this plan.",
     "PermenPANRB 15/2019; SE MenPANRB 19/2023", 2019},
    {Rule::R17, "Sisa masa kerja sampai pensiun paling singkat 24 bulan.",
     "At least 24 months before retirement.", "UU ASN; referensi SIASN usiaBup", 0},
    {Rule::R18, "Golongan paling rendah sesuai syarat jabatan.", "The rank that the post demands.",
     "PP 11/2017; PermenPANRB 1/2023", 2017},
    {Rule::R23, "Kedudukan hukum aktif.", "Active legal status.", "PP 11/2017", 2017},
    {Rule::R24, "Dikunci oleh perencana.", "Locked by the planner.", "kebijakan siklus", 0},
    {Rule::R25, "CPNS dalam masa percobaan belum dimutasi.",
     "CPNS on probation are not transferred.", "PP 11/2017", 2017},
}};

}  // namespace

std::span<const RuleText> rule_texts() { return texts; }

const RuleText& rule_text(Rule rule) { return *std::ranges::find(texts, rule, &RuleText::rule); }

}  // namespace rembuk
