#include <algorithm>
#include <array>

#include "engine/assignment/explanation_sentence.hpp"
#include "engine/rules/rule_words.hpp"

/// What the ids at the end of sentences stand for, in words for the person.
namespace rembuk {
namespace {

constexpr auto bases = std::to_array<ExplanationText>({
    {"basis", "acceptance", "Rumus perkiraan penerimaan dengan parameter yang masih asumsi.",
     "The formula of expected acceptance, whose parameters are still assumptions."},
    {"basis", "aspirasi.jalur_karier", "Jawaban Anda: jalur karier.", "Your answer: career track."},
    {"basis", "aspirasi.keinginan_1", "Jawaban Anda: pilihan ke-1.", "Your answer: wish number 1."},
    {"basis", "aspirasi.keinginan_2", "Jawaban Anda: pilihan ke-2.", "Your answer: wish number 2."},
    {"basis", "aspirasi.keinginan_3", "Jawaban Anda: pilihan ke-3.", "Your answer: wish number 3."},
    {"basis", "aspirasi.keinginan_4", "Jawaban Anda: pilihan ke-4.", "Your answer: wish number 4."},
    {"basis", "aspirasi.keinginan_5", "Jawaban Anda: pilihan ke-5.", "Your answer: wish number 5."},
    {"basis", "aspirasi.nip", "Apakah Anda sudah menjawab.", "Whether you have answered."},
    {"basis", "eligibility", "Semua aturan wajib yang berlaku pada siklus ini.",
     "All hard rules that hold in this cycle."},
    {"basis", "jabatan.jenis_jabatan", "Data jabatan: jenis jabatan.",
     "Records of the post: kind of post."},
    {"basis", "jabatan.jenjang", "Data jabatan: jenjang.", "Records of the post: level."},
    {"basis", "jabatan.kebutuhan_abk", "Data jabatan: kebutuhan menurut analisis beban kerja.",
     "Records of the post: heads needed by workload analysis."},
    {"basis", "jabatan.kelas_jabatan", "Data jabatan: kelas jabatan.",
     "Records of the post: job class."},
    {"basis", "kekhawatiran.bantuan", "Jawaban Anda: apa yang akan membantu.",
     "Your answer: what would help."},
    {"basis", "kekhawatiran.kategori", "Jawaban Anda: kekhawatiran.", "Your answer: concerns."},
    {"basis", "kompetensi_jabatan.level_syarat",
     "Syarat kompetensi jabatan, dibandingkan dengan level Anda.",
     "Competences that the post asks for, compared with your levels."},
    {"basis", "kompetensi_pegawai.level", "Data kepegawaian: level kompetensi Anda.",
     "Personnel records: your levels of competence."},
    {"basis", "pegawai.nip", "Data kepegawaian Anda.", "Your personnel records."},
    {"basis", "rencana.alasan", "Rencana yang diterbitkan: alasan.",
     "The published plan: reason."},
    {"basis", "rencana.jabatan_kode_baru", "Rencana yang diterbitkan: jabatan.",
     "The published plan: post."},
    {"basis", "rencana.nip", "Rencana yang diterbitkan.", "The published plan."},
    {"basis", "satisfaction",
     "Nilai 0 sampai 100 % dari lima kriteria, sikap dan pilihan Anda.",
     "A value of 0 to 100% from the five criteria, your stance and your wishes."},
    {"basis", "tie_break", "Urutan undian yang diumumkan.", "The published order of the lot."},
    {"basis", "unit.induk_kode", "Data unit: perangkat daerah.", "Records of the unit: agency."},
    {"basis", "unit.keterpencilan", "Data unit: keterpencilan.", "Records of the unit: remoteness."},
    {"basis", "unit.wilayah_kode", "Data unit: daerah.", "Records of the unit: region."},
    {"basis", "waktu_tempuh.menit", "Tabel waktu tempuh antardaerah.",
     "The table of travel times between regions."},
});

struct Kind {
  std::string_view kind, indonesian, english;
};
/// What has a word of its own: the word behind what it is.
constexpr auto kinds = std::to_array<Kind>({
    {"criterion", "Kriteria: ", "Criterion: "},
    {"objective", "Tujuan kebijakan: ", "Objective of the policy: "},
    {"policy", "Kebijakan: ", "Policy: "},
    {"concern", "Kekhawatiran Anda: ", "Your concern: "},
});

}  // namespace

std::string basis_in_words(std::string_view basis, const Consultation& consultation, bool english) {
  for (const RuleEntry& entry : rule_table())
    if (const auto rule = computed(entry); rule && entry.id == basis) {
      const auto [sentence, citation] = refusal_words(*rule, consultation, english);
      return sentence + " (" + citation + ")";
    }
  const auto at = std::ranges::find(bases, basis, &ExplanationText::code);
  if (at != bases.end()) return std::string(english ? at->english : at->indonesian);
  for (const Kind& kind : kinds)
    if (const auto* word = explanation_text(kind.kind, basis))
      return std::string(english ? kind.english : kind.indonesian) +
             std::string(english ? word->english : word->indonesian) + ".";
  return "";
}

}  // namespace rembuk
