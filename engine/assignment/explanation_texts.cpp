#include <array>

#include "engine/assignment/explanation_sentence.hpp"

/// The words of the cards. "{name}" stands for the argument of that name.
namespace rembuk {
namespace {

constexpr auto texts = std::to_array<ExplanationText>({
    // What changes.
    {"sentence", "stays", "Rencana ini tidak mengusulkan perpindahan: Anda tetap sebagai {post}.",
     "The plan proposes no move: you stay as {post}."},
    {"sentence", "moves", "Rencana ini mengusulkan Anda berpindah dari {from} ke {to}.",
     "The plan proposes that you move from {from} to {to}."},
    {"sentence", "class_now", "Kelas jabatan Anda {class}.", "Your job class is {class}."},
    {"sentence", "class_same", "Kelas jabatan tetap {to}.", "The job class stays {to}."},
    {"sentence", "class_rises", "Kelas jabatan naik dari {from} menjadi {to}.",
     "The job class rises from {from} to {to}."},
    {"sentence", "class_falls", "Kelas jabatan turun dari {from} menjadi {to}.",
     "The job class falls from {from} to {to}."},
    {"sentence", "minutes_now", "Waktu tempuh dari domisili ke unit: {to}.",
     "Travel time from home to the unit: {to}."},
    {"sentence", "minutes_same", "Waktu tempuh dari domisili tetap {to}.",
     "The travel time from home stays {to}."},
    {"sentence", "minutes_longer", "Waktu tempuh dari domisili bertambah dari {from} menjadi {to}.",
     "The travel time from home grows from {from} to {to}."},
    {"sentence", "minutes_shorter",
     "Waktu tempuh dari domisili berkurang dari {from} menjadi {to}.",
     "The travel time from home falls from {from} to {to}."},
    {"sentence", "region_changes", "Daerah berubah dari {from} menjadi {to}.",
     "The region changes from {from} to {to}."},
    {"sentence", "opd_changes", "Perangkat daerah berubah dari {from} menjadi {to}.",
     "The agency changes from {from} to {to}."},
    {"sentence", "remoteness_changes",
     "Tingkat keterpencilan unit berubah dari {from} menjadi {to} (0 paling mudah dijangkau, 3 "
     "paling terpencil).",
     "The remoteness of the unit changes from {from} to {to} (0 easiest to reach, 3 most remote)."},
    {"sentence", "competences_none", "Jabatan ini tidak mensyaratkan kompetensi tertentu.",
     "The post asks for no particular competence."},
    {"sentence", "competence_met", "{competence}: level {level}, syarat {required}; terpenuhi.",
     "{competence}: level {level}, required {required}; met."},
    {"sentence", "competence_gap", "{competence}: level {level}, syarat {required}; kurang {gap}.",
     "{competence}: level {level}, required {required}; short by {gap}."},
    {"sentence", "competence_gap_mandatory",
     "{competence} (wajib): level {level}, syarat {required}; kurang {gap}.",
     "{competence} (mandatory): level {level}, required {required}; short by {gap}."},
    // Why, from facts.
    {"sentence", "planned_by_policy", "Alasan pada rencana: kebijakan \"{policy}\".",
     "Reason in the plan: the policy \"{policy}\"."},
    {"sentence", "planned_by_lock", "Penempatan ini ditetapkan perencana untuk siklus ini.",
     "The planner fixed this placement for this cycle."},
    {"sentence", "planned_by_hand", "Alasan pada rencana: {reason}",
     "Reason in the plan: {reason}"},
    {"sentence", "planned_without_reason", "Rencana tidak memuat alasan yang dapat ditunjukkan.",
     "The plan holds no reason that can be shown."},
    {"sentence", "seat_fills_need",
     "Jabatan {post} terisi {filled} dari kebutuhan {need}; perpindahan ini mengisi kursi kosong.",
     "The post {post} has {filled} of {need} heads needed; the move fills a vacant seat."},
    {"sentence", "seat_in_exchange",
     "Jabatan {post} sudah terisi {filled} dari kebutuhan {need} sebelum rencana.",
     "The post {post} had {filled} of {need} heads needed before the plan."},
    {"sentence", "breaks_rule", "Usulan ini belum memenuhi aturan: {rule}.",
     "The proposal does not yet meet a rule: {rule}."},
    {"sentence", "locked", "Pada siklus ini Anda belum dapat dipindah. Syaratnya: {rule}.",
     "In this cycle you cannot be moved. The demand is: {rule}."},
    {"sentence", "not_eligible",
     "Menurut data kepegawaian syarat mutasi pada siklus ini belum terpenuhi; alasannya hanya "
     "ditunjukkan kepada Anda sendiri.",
     "By the personnel records the conditions for a transfer are not met in this cycle; the "
     "reason is shown to you alone."},
    {"sentence", "not_locked", "Tidak ada aturan yang menahan Anda di jabatan sekarang.",
     "No rule keeps you in the present post."},
    // What it means, from facts.
    {"sentence", "match_now", "Kesesuaian kompetensi dengan jabatan Anda: {to}.",
     "Match of your competences with your post: {to}."},
    {"sentence", "match_changes", "Kesesuaian kompetensi: {from} sekarang, {to} di jabatan baru.",
     "Match of competences: {from} now, {to} at the new post."},
    {"sentence", "kind_changes", "Jenis jabatan berubah dari {from} menjadi {to}.",
     "The kind of post changes from {from} to {to}."},
    {"sentence", "level_changes", "Jenjang berubah dari {from} menjadi {to}.",
     "The level changes from {from} to {to}."},
    {"sentence", "kind_same", "Jenis jabatan tetap {to}.", "The kind of post stays {to}."},
    // What can be done, from facts.
    {"sentence", "next_decision",
     "Ini usulan, bukan keputusan. Keputusan diambil pejabat yang berwenang.",
     "This is a proposal, not a decision. The authorities decide."},
    {"sentence", "next_training", "Pelatihan yang paling membantu: {competence} ({gap} level).",
     "The training that helps most: {competence} ({gap} levels)."},
    {"sentence", "next_tenure", "Syarat masa jabatan terpenuhi mulai {date}.",
     "The demand on tenure is met from {date} on."},
    {"sentence", "next_records",
     "Bila ada data yang tidak benar, silakan hubungi bagian kepegawaian unit Anda.",
     "If something in the records is wrong, please turn to your unit's personnel section."},
    // Figures of the office.
    {"sentence", "seat_price_need",
     "Satu kursi lagi di {unit} menambah paling banyak {price} kebutuhan yang terisi.",
     "One more seat at {unit} would add at most {price} covered needs."},
    // Why, for the person alone.
    {"sentence", "not_answered",
     "Anda belum menjawab; nilai dihitung tanpa keinginan dan dengan bobot yang sama.",
     "You have not answered; values are counted without wishes and with equal weights."},
    {"sentence", "wish_met", "Jabatan ini termasuk pilihan ke-{rank} Anda: {target}.",
     "This post is within your wish number {rank}: {target}."},
    {"sentence", "wish_held", "Pilihan ke-{rank} ({target}) memuat jabatan Anda sekarang.",
     "Wish number {rank} ({target}) contains your present post."},
    {"sentence", "wish_without_posts", "Pilihan ke-{rank} ({target}): tidak ada jabatan di sana.",
     "Wish number {rank} ({target}): there is no post."},
    {"sentence", "wish_refused", "Pilihan ke-{rank} ({target}) belum memenuhi syarat: {rule}.",
     "Wish number {rank} ({target}) does not meet the demand: {rule}."},
    {"sentence", "wish_seats_to_others",
     "Pilihan ke-{rank} ({target}): semua kursi diberikan kepada pegawai lain.",
     "Wish number {rank} ({target}): all seats went to another employee or are held by one."},
    {"sentence", "wish_seat_left",
     "Pilihan ke-{rank} ({target}): masih ada kursi, tetapi rencana tidak menempatkan Anda di "
     "sana.",
     "Wish number {rank} ({target}): there are seats left, but the plan does not place you there."},
    {"sentence", "wish_withheld",
     "Pilihan ke-{rank} ({target}) belum dapat diakomodasi; keterangan lain disamarkan karena "
     "kurang dari {threshold} orang berada dalam keadaan yang sama.",
     "Wish number {rank} ({target}) cannot be accommodated; more is withheld because fewer than "
     "{threshold} people share the situation."},
    {"sentence", "decided_for_move",
     "Yang menentukan: bila Anda tetap, kebijakan ini mencapai lebih sedikit pada tujuan "
     "\"{objective}\".",
     "What decided: if you stayed, the policy would reach less of its objective \"{objective}\"."},
    {"sentence", "decided_against_wish",
     "Yang menentukan untuk pilihan ke-{rank}: bila Anda di sana, kebijakan ini mencapai lebih "
     "sedikit pada tujuan \"{objective}\".",
     "What decided about wish number {rank}: with you there, the policy would reach less of its "
     "objective \"{objective}\"."},
    {"sentence", "decided_by_lot",
     "Semua tujuan kebijakan sama baiknya; urutan undian yang diumumkan menentukan.",
     "All objectives of the policy are reached equally well; the published lot decided."},
    {"sentence", "decided_by_mechanism",
     "Kebijakan ini bekerja menurut giliran: giliran Anda nomor {turn} dari {of} dalam urutan "
     "yang diumumkan.",
     "This policy works by turns: yours is number {turn} of {of} in the published order."},
    {"sentence", "only_gains",
     "Kebijakan ini hanya memindahkan ke jabatan yang bagi Anda tidak kurang dari yang sekarang; "
     "pilihan ke-{rank} bernilai lebih rendah.",
     "This policy only moves people to posts that are worth no less to them than the present one; "
     "wish number {rank} is worth less."},
    {"sentence", "kept_apart", "Anda tetap agar aturan ini terpenuhi: {rule}.",
     "You stay so that this rule is met: {rule}."},
    {"sentence", "another_plan",
     "Rencana ini berbeda dari hasil kebijakan \"{policy}\" (benih {seed}).",
     "This plan differs from what the policy \"{policy}\" (seed {seed}) gives."},
    // What it means, for the person alone.
    {"sentence", "satisfaction_now", "Nilai jabatan Anda sekarang bagi Anda: {to}.",
     "Value of the present post for you: {to}."},
    {"sentence", "satisfaction_better",
     "Nilai bagi Anda naik dari {from} menjadi {to} ({change} poin persentase).",
     "The value for you rises from {from} to {to} ({change} percentage points)."},
    {"sentence", "satisfaction_equal", "Nilai bagi Anda tetap {to}.",
     "The value for you stays {to}."},
    {"sentence", "satisfaction_worse",
     "Nilai bagi Anda turun dari {from} menjadi {to} ({change} poin persentase).",
     "The value for you falls from {from} to {to} ({change} percentage points)."},
    {"sentence", "bonus_changes",
     "Di dalamnya, bagian karena sikap dan pilihan Anda: dari {from} menjadi {to}.",
     "Within it, the part for your stance and wishes: from {from} to {to}."},
    {"sentence", "criterion_gains",
     "Paling membaik bagi Anda: {criterion}, dari {from} menjadi {to}.",
     "What improves most for you: {criterion}, from {from} to {to}."},
    {"sentence", "criterion_loses",
     "Paling memburuk bagi Anda: {criterion}, dari {from} menjadi {to}.",
     "What worsens most for you: {criterion}, from {from} to {to}."},
    {"sentence", "track_reached", "Jabatan ini searah dengan jalur karier yang Anda tuju: {track}.",
     "This post is on the career track that you named: {track}."},
    {"sentence", "track_missed", "Jabatan ini di luar jalur karier yang Anda tuju: {track}.",
     "This post is off the career track that you named: {track}."},
    {"sentence", "acceptance",
     "Perkiraan dengan parameter yang diasumsikan: menerima {accept}, menerima dengan syarat "
     "{conditional}, risiko keberatan {object}. Ini bukan persetujuan Anda.",
     "Expected with assumed parameters: accept {accept}, accept with conditions {conditional}, "
     "risk of objection {object}. This is not your consent."},
    // Concerns.
    {"sentence", "concerns_none", "Anda tidak menandai kekhawatiran.", "You marked no concern."},
    {"sentence", "concern_quiet",
     "{concern} (Anda menilai {intensity} dari 5): rencana ini tidak menyentuhnya.",
     "{concern} (you rated {intensity} of 5): the plan does not touch it."},
    {"sentence", "concern_minutes",
     "{concern} (Anda menilai {intensity} dari 5): waktu tempuh dari {from} menjadi {to}.",
     "{concern} (you rated {intensity} of 5): the travel time goes from {from} to {to}."},
    {"sentence", "concern_region",
     "{concern} (Anda menilai {intensity} dari 5): daerah berubah dari {from} menjadi {to}.",
     "{concern} (you rated {intensity} of 5): the region changes from {from} to {to}."},
    {"sentence", "concern_remoteness",
     "{concern} (Anda menilai {intensity} dari 5): keterpencilan unit dari {from} menjadi {to}.",
     "{concern} (you rated {intensity} of 5): the remoteness of the unit goes from {from} to "
     "{to}."},
    {"sentence", "concern_class",
     "{concern} (Anda menilai {intensity} dari 5): kelas jabatan turun dari {from} menjadi {to}.",
     "{concern} (you rated {intensity} of 5): the job class falls from {from} to {to}."},
    {"sentence", "concern_match",
     "{concern} (Anda menilai {intensity} dari 5): kesesuaian kompetensi {to}, di bawah {limit}.",
     "{concern} (you rated {intensity} of 5): the match of competences is {to}, below {limit}."},
    {"sentence", "concern_opd",
     "{concern} (Anda menilai {intensity} dari 5): perangkat daerah berubah dari {from} menjadi "
     "{to}.",
     "{concern} (you rated {intensity} of 5): the agency changes from {from} to {to}."},
    {"sentence", "concern_workload",
     "{concern} (Anda menilai {intensity} dari 5): unit tujuan terisi {to} dari kebutuhannya, di "
     "bawah {limit}.",
     "{concern} (you rated {intensity} of 5): the new unit has {to} of its need, below {limit}."},
    {"sentence", "concern_always",
     "{concern} (Anda menilai {intensity} dari 5): setiap perpindahan menyentuhnya.",
     "{concern} (you rated {intensity} of 5): every move touches it."},
    {"sentence", "help_asked",
     "Untuk {concern} Anda menyebut yang akan membantu: {help}. Silakan bahas dengan petugas "
     "kepegawaian.",
     "For {concern} you named what would help: {help}. Please discuss it with the personnel "
     "office."},
    {"sentence", "help_offered",
     "Untuk {concern} yang dapat dibahas dengan petugas kepegawaian: {help}.",
     "For {concern} you can discuss with the personnel office: {help}."},
    // What the person can do.
    {"sentence", "next_answer", "Anda dapat menjawab konsultasi ini sampai rencana diterbitkan.",
     "You can answer the consultation until the plan is published."},
    {"sentence", "next_change",
     "Anda dapat mengubah atau menarik jawaban sampai rencana diterbitkan. Aspirasi bukan "
     "permohonan mutasi, bukan pengunduran diri, dan bukan persetujuan.",
     "You can change or withdraw your answer until the plan is published. An aspiration is not a "
     "request to move, not a resignation, not consent."},
    {"sentence", "next_look_again",
     "Pilihan yang belum dapat diakomodasi ditinjau lagi pada siklus berikutnya.",
     "Wishes that cannot be accommodated are looked at again in the next cycle."},
    {"sentence", "next_reply",
     "Bila usulan ini diajukan, Anda akan ditanya: menerima, menerima dengan syarat, atau "
     "keberatan.",
     "If the proposal goes on, you will be asked: accept, accept with conditions, or object."},
    // What would have had to differ.
    {"sentence", "differ_competence",
     "Dengan {competence} level {to} (sekarang {from}) kebijakan \"{policy}\" menempatkan Anda "
     "sebagai {after}; satu level di bawahnya hasilnya tetap.",
     "With {competence} at level {to} (now {from}) the policy \"{policy}\" places you as {after}; "
     "one level below, nothing changes."},
    {"sentence", "differ_tenure",
     "Dengan {months} bulan lagi di jabatan sekarang kebijakan \"{policy}\" menempatkan Anda "
     "sebagai {after}; satu bulan sebelumnya hasilnya tetap.",
     "With {months} more months in the present post the policy \"{policy}\" places you as {after}; "
     "one month earlier, nothing changes."},
    {"sentence", "differ_wish",
     "Dengan pilihan ke-{from} ({target}) di tempat ke-{to} kebijakan \"{policy}\" menempatkan "
     "Anda "
     "sebagai {after}; satu tempat sebelum itu hasilnya tetap.",
     "With wish number {from} ({target}) in place {to} the policy \"{policy}\" places you as "
     "{after}; one place before that, nothing changes."},
    {"sentence", "differ_seat",
     "Dengan satu kursi lagi pada {post} kebijakan \"{policy}\" menempatkan Anda sebagai {after}; "
     "tanpa kursi itu hasilnya tetap.",
     "With one more seat at {post} the policy \"{policy}\" places you as {after}; without it, "
     "nothing changes."},
    {"sentence", "differ_none",
     "Tidak ada satu perubahan saja (satu kompetensi, masa jabatan, urutan pilihan, satu kursi) "
     "yang menghasilkan {goal}.",
     "No single change (one competence, tenure, the order of wishes, one seat) gives {goal}."},
    {"sentence", "differ_withheld",
     "Perubahan yang menghasilkan {goal} tidak ditunjukkan bila kurang dari {threshold} orang "
     "berada dalam keadaan yang sama; di luar itu tidak ada.",
     "A change that gives {goal} is not shown where fewer than {threshold} people share the "
     "situation; outside of that there is none."},
    {"sentence", "differ_unfinished",
     "Belum ditemukan perubahan yang menghasilkan {goal}; tidak semua kemungkinan dihitung.",
     "No change that gives {goal} was found yet; not every possibility was computed."},
    {"sentence", "differ_kept",
     "Tidak ada perubahan yang dihitung: aturan atau perencana menahan Anda di tempat ini.",
     "No change was computed: a rule or the planner keeps you in this place."},
    {"sentence", "differ_no_plan",
     "Tidak ada perubahan yang dihitung: kebijakan \"{policy}\" tidak mempunyai rencana dengan "
     "kunci ini.",
     "No change was computed: the policy \"{policy}\" has no plan under these locks."},
    {"sentence", "differ_about_policy",
     "Perbandingan ini tentang kebijakan \"{policy}\" (benih {seed}), bukan tentang rencana yang "
     "ditunjukkan. Menurut kebijakan itu Anda ditempatkan sebagai {before}.",
     "This comparison is about the policy \"{policy}\" (seed {seed}), not about the plan shown. "
     "Under that policy you are placed as {before}."},
});

}  // namespace

std::span<const ExplanationText> explanation_texts() { return texts; }

}  // namespace rembuk
