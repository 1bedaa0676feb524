#include <array>

#include "engine/assignment/explanation_sentence.hpp"

/// The words that stand inside of sentences. Policies, concerns and helps are called as on the
/// screens.
namespace rembuk {
namespace {

constexpr auto words = std::to_array<ExplanationText>({
    {"goal", "better_wish", "pilihan yang lebih tinggi", "a wish of a higher rank"},
    {"goal", "stay", "tetap di jabatan sekarang", "the present post"},
    {"goal", "other_post", "jabatan lain", "another post"},
    {"policy", "balanced", "Seimbang", "Balanced"},
    {"policy", "no-one-worse", "Tidak ada yang dirugikan", "Nobody worse off"},
    {"policy", "most-first-wishes", "Keinginan pertama terbanyak", "Most first wishes"},
    {"policy", "worst-off-first", "Yang paling kurang dahulu", "Worst off first"},
    {"policy", "need-first", "Kebutuhan dahulu", "Need first"},
    {"policy", "published-order", "Urutan yang diumumkan", "Published order"},
    {"policy", "both-sides", "Kedua pihak setuju", "Both sides agree"},
    {"policy", "unit-priority", "Prioritas unit", "Unit priority"},
    {"objective", "need_covered", "kebutuhan yang terisi", "needs covered"},
    {"objective", "satisfaction_sum", "kepuasan bersama", "satisfaction of all"},
    {"objective", "moves", "sesedikit mungkin perpindahan", "as few moves as possible"},
    {"objective", "competence_sum", "kompetensi di jabatan baru", "competence at the new posts"},
    {"objective", "objection_sum", "risiko keberatan yang rendah", "low risk of objection"},
    {"objective", "wish_1", "pilihan pertama terpenuhi", "first wishes met"},
    {"objective", "wish_2", "pilihan kedua terpenuhi", "second wishes met"},
    {"objective", "wish_3", "pilihan ketiga terpenuhi", "third wishes met"},
    {"objective", "wish_4", "pilihan keempat terpenuhi", "fourth wishes met"},
    {"objective", "wish_5", "pilihan kelima terpenuhi", "fifth wishes met"},
    {"objective", "band_0", "sesedikit mungkin orang di bawah 10 %", "fewest people below 10%"},
    {"objective", "band_1", "sesedikit mungkin orang di bawah 20 %", "fewest people below 20%"},
    {"objective", "band_2", "sesedikit mungkin orang di bawah 30 %", "fewest people below 30%"},
    {"objective", "band_3", "sesedikit mungkin orang di bawah 40 %", "fewest people below 40%"},
    {"objective", "band_4", "sesedikit mungkin orang di bawah 50 %", "fewest people below 50%"},
    {"objective", "band_5", "sesedikit mungkin orang di bawah 60 %", "fewest people below 60%"},
    {"objective", "band_6", "sesedikit mungkin orang di bawah 70 %", "fewest people below 70%"},
    {"objective", "band_7", "sesedikit mungkin orang di bawah 80 %", "fewest people below 80%"},
    {"objective", "band_8", "sesedikit mungkin orang di bawah 90 %", "fewest people below 90%"},
    {"objective", "band_9", "sebaran nilai", "the spread of values"},
    {"criterion", "distance", "jarak dan keluarga", "distance and family"},
    {"criterion", "competence", "kompetensi", "competence"},
    {"criterion", "career", "karier", "career"},
    {"criterion", "workload", "beban kerja", "workload"},
    {"criterion", "facilities", "sarana", "facilities"},
    {"post_kind", "struktural", "struktural", "structural"},
    {"post_kind", "pelaksana", "pelaksana", "operational (pelaksana)"},
    {"post_kind", "fungsional", "fungsional", "functional"},
    {"concern", "K01", "Jarak dan keluarga", "Distance and family"},
    {"concern", "K02", "Pekerjaan pasangan", "Spouse’s work"},
    {"concern", "K03", "Pendidikan anak", "Children’s school"},
    {"concern", "K04", "Kesehatan", "Health"},
    {"concern", "K05", "Penghasilan dan biaya", "Income and cost"},
    {"concern", "K06", "Karier", "Career"},
    {"concern", "K07", "Kesesuaian kompetensi", "Fit of competence"},
    {"concern", "K08", "Lingkungan kerja", "Work environment"},
    {"concern", "K09", "Keadilan proses", "Fairness of the process"},
    {"concern", "K10", "Beban kerja", "Workload"},
    {"concern", "K11", "Perumahan dan sarana", "Housing and facilities"},
    {"concern", "K12", "Waktu dan informasi", "Timing and information"},
    {"concern", "K13", "Ikatan sosial dan budaya", "Social and cultural ties"},
    {"concern", "K14", "Lainnya", "Other"},
    {"help", "rumah_dinas", "rumah dinas", "official housing"},
    {"help", "pendampingan_pasangan", "penempatan bersama pasangan",
     "placement together with the spouse"},
    {"help", "pelatihan", "pelatihan", "training"},
    {"help", "biaya_pindah", "biaya pindah", "moving costs"},
    {"help", "waktu_persiapan", "waktu persiapan", "time to prepare"},
    {"help", "penjelasan", "penjelasan", "an explanation"},
    {"help", "akses_kesehatan", "akses kesehatan", "access to health care"},
    {"help", "sekolah_anak", "bantuan sekolah anak", "help with children’s school"},
});

}  // namespace

std::span<const ExplanationText> explanation_words() { return words; }

}  // namespace rembuk
