#include "app/cli/verbs.hpp"

/// The table of verbs and their options.
namespace rembuk::cli {
namespace {

template <std::size_t a, std::size_t b>
constexpr std::array<Option, a + b> operator+(const std::array<Option, a>& own,
                                              const std::array<Option, b>& shared) {
  std::array<Option, a + b> all{};
  for (std::size_t i = 0; i < a; ++i) all[i] = own[i];
  for (std::size_t i = 0; i < b; ++i) all[a + i] = shared[i];
  return all;
}

constexpr std::array<Option, 2> output = {{
    {"--json", "", "cetak satu dokumen JSON", "print one JSON document"},
    {"--lang", "id|en", "bahasa tabel dan pesan (id)", "language of tables and messages (id)"},
}};
constexpr auto directory =
    std::array<Option, 5>{{
        {"--date", "YYYY-MM-DD", "tanggal acuan (konsultasi.json, jika tidak ada: hari ini)",
         "reference date (default: konsultasi.json, else today)"},
        {"--between-governments", "", "siklus ini mengizinkan mutasi antarpemerintah daerah",
         "this cycle allows moves between governments"},
        {"--pppk", "", "siklus ini mengizinkan redistribusi PPPK",
         "this cycle allows PPPK to be redistributed"},
        {"--parameters", "FILE", "lima kalimat model penerimaan, JSON",
         "the five sentences of the acceptance model, as JSON"},
        {"--quiet", "", "tanpa bilah kemajuan", "no progress bar"},
    }} +
    output;
constexpr auto cycle = std::array<Option, 3>{{
                           {"--lock", "FILE", "kunci.csv: pegawai yang dikunci perencana (R24)",
                            "kunci.csv: employees locked by the planner (R24)"},
                           {"--relations", "FILE", "hubungan.csv: pasangan berkerabat (R06)",
                            "hubungan.csv: pairs of relatives (R06)"},
                           {"--blocked", "FROM..TO", "masa larangan penggantian pejabat (R14)",
                            "period in which officials are not replaced (R14)"},
                       }} +
                       directory;

/// Of the verbs that solve a policy with objectives.
constexpr auto solved_cycle =
    std::array<Option, 1>{
        {{"--bounds", "FILE",
          "batas jumlah pegawai setelah rencana, kolom level,kode,min,max; level: post, unit "
          "(jabatan "
          "unit itu sendiri), opd (kode unit tertingginya), government (instansi_kode); kosong: "
          "tanpa "
          "batas; tidak untuk published-order, both-sides, unit-priority",
          "bounds on heads after the plan, columns level,kode,min,max; level: post, unit (its own "
          "posts), opd (code of its highest unit), government (instansi_kode); empty: no bound; "
          "not "
          "for published-order, both-sides, unit-priority"}}} +
    cycle;

constexpr std::array<Option, 1> responses = {
    {{"--responses", "FILE",
      "tanggapan.csv: nip,tanggapan (menerima, bersyarat, keberatan) dari putaran tanggapan",
      "tanggapan.csv: nip,tanggapan (menerima, bersyarat, keberatan) of a response round"}}};
constexpr std::array<Option, 1> one_plan = {
    {{"--plan", "FILE", "rencana.csv (tanpa ini: keadaan sekarang)",
      "rencana.csv (default: nobody moves)"}}};
constexpr std::array<Option, 1> two_plans = {
    {{"--plan", "FILE", "rencana.csv, dua kali: A lalu B", "rencana.csv, twice: A, then B", true}}};

constexpr std::array<Option, 8> synth_options = {{
    {"--employees", "N", "jumlah pegawai (12000)", "number of employees (12000)"},
    {"--seed", "S", "benih yang sama memberi bita yang sama (1)",
     "the same seed gives the same bytes (1)"},
    {"--out", "DIR", "tempat berkas ditulis", "where the files are written"},
    {"--date", "YYYY-MM-DD", "tanggal acuan (2026-06-30)", "reference date (2026-06-30)"},
    {"--governments", "K", "1: provinsi saja; 12: dengan semua kabupaten/kota (1)",
     "1: the province alone; 12: with all regencies and cities (1)"},
    {"--agencies", "K", "jumlah perangkat daerah tiap pemerintah (menurut ukuran)",
     "agencies of each government (by its size)"},
    {"--quiet", "", "tanpa bilah kemajuan", "no progress bar"},
    {"--lang", "id|en", "bahasa pesan (id)", "language of messages (id)"},
}};
constexpr auto evaluate_options = one_plan + responses + cycle;
constexpr auto calibrate_options =
    std::array<Option, 3>{{
        {"--plan", "FILE", "rencana.csv yang ditanggapi", "the rencana.csv that was answered"},
        {"--hash", "HASH", "sidik perkiraan yang diumumkan sebelum putaran; lain: status 1",
         "hash of the predictions as announced before the round; another one: status 1"},
        {"--out", "FILE", "tempat lima kalimat yang disesuaikan ditulis, untuk --parameters",
         "where the five fitted sentences are written, for --parameters"},
    }} +
    responses + directory;
constexpr auto compare_options =
    std::array<Option, 1>{{{"--by", "opd|government", "juga selisih tiap kelompok pegawai",
                            "also the difference of each group of employees"}}} +
    two_plans + cycle;
constexpr auto needs_options = one_plan + directory;
constexpr auto plan_options =
    std::array<Option, 3>{{
        {"--policy", "NAME",
         "kebijakan: balanced, no-one-worse, most-first-wishes, worst-off-first, need-first, "
         "published-order, both-sides, unit-priority",
         "policy: balanced, no-one-worse, most-first-wishes, worst-off-first, need-first, "
         "published-order, both-sides, unit-priority"},
        {"--seed", "S", "benih pemutus seri (1)", "decides ties (1)"},
        {"--out", "FILE", "tempat rencana.csv ditulis", "where rencana.csv is written"},
    }} +
    solved_cycle;
constexpr auto frontier_options =
    std::array<Option, 3>{{
        {"--points", "K", "paling banyak berapa rencana, sedikitnya 2; hanya titik tersokong",
         "at most how many plans, 2 or more; only supported points"},
        {"--seed", "S", "benih pemutus seri (1)", "decides ties (1)"},
        {"--out", "DIR", "tempat rencana-1.csv dan seterusnya ditulis",
         "where rencana-1.csv and so on are written"},
    }} +
    solved_cycle;
constexpr auto explain_options =
    std::array<Option, 3>{{
        {"--nip", "NIP", "pegawai yang dijelaskan", "the employee whose card is shown"},
        {"--policy", "NAME", "kebijakan yang dihitung ulang untuk perbandingan (balanced)",
         "the policy that is solved again for comparisons (balanced)"},
        {"--seed", "S", "benih pemutus seri kebijakan itu (1)", "decides that policy's ties (1)"},
    }} +
    one_plan + cycle;
constexpr auto score_options = std::array<Option, 1>{{{"--pairs", "FILE", "baris nip,jabatan_kode",
                                                       "rows nip,jabatan_kode"}}} +
                               cycle;

constexpr auto check_options =
    std::array<Option, 1>{{{"--rules", "", "juga daftar aturan: rujukan, parameter, berlaku sejak",
                            "also the register of rules: citation, parameters, since when"}}} +
    directory;

constexpr Verb all_verbs[] = {
    {"synth", "--employees N --out DIR",
     "menulis provinsi sintetis: sembilan berkas dengan jawaban",
     "write a synthetic province: nine files with answers", synth_options, 0, run_synth},
    {"check", "DIR",
     "memeriksa berkas (CSV, XLSX, atau lembar satu buku kerja): setiap kesalahan dengan baris, "
     "kolom",
     "dry-run import (CSV, XLSX, or sheets of one workbook): every fault with row, column",
     check_options, 1, run_check},
    {"evaluate", "DIR [--plan FILE]", "dampak rencana pada kepuasan dan penerimaan",
     "what a plan does to satisfaction and acceptance", evaluate_options, 1, run_evaluate},
    {"compare", "DIR --plan A --plan B", "dua laporan dan selisihnya menurut sebab",
     "two reports and the attributed difference", compare_options, 1, run_compare},
    {"calibrate", "DIR --plan FILE",
     "membekukan perkiraan penerimaan, lalu membandingkannya dengan tanggapan",
     "freeze expected acceptance, then compare it with the responses", calibrate_options, 1,
     run_calibrate},
    {"plan", "DIR --policy NAME --out FILE", "rencana optimal dengan buktinya",
     "an optimal plan with its certificate", plan_options, 1, run_plan},
    {"frontier", "DIR --points K", "rencana pilihan antara kepuasan dan kebutuhan",
     "supported trade-off plans", frontier_options, 1, run_frontier},
    {"explain", "DIR --plan FILE --nip NIP", "kartu penjelasan seorang pegawai",
     "the explanation card of one employee", explain_options, 1, run_explain},
    {"needs", "DIR [--plan FILE]", "pegawai dan kompetensi per unit, sebelum dan sesudah",
     "heads and competences per unit, before and after", needs_options, 1, run_needs},
    {"flow", "FILE", "nilai optimum aliran berbiaya minimum (DIMACS)",
     "optimum of a min-cost-flow problem (DIMACS)", output, 1, run_flow},
    {"score", "DIR --pairs FILE", "setiap bagian nilai pasangan pegawai dan jabatan",
     "every part of the score of single pairs", score_options, 1, run_score},
};

}  // namespace

std::span<const Verb> verbs() { return all_verbs; }

}  // namespace rembuk::cli
