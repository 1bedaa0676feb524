#include <array>
#include <cstdint>

#include "engine/province/builder.hpp"

/// Fictitious names from parts that are common in Jambi; no list of persons lies behind them.
namespace rembuk::province {
namespace {

// clang-format off
constexpr auto male_names = std::to_array<std::string_view>({
    "Ahmad", "Abdul", "Adi", "Agus", "Ali", "Andri", "Arif", "Asril", "Bambang", "Budi", "Candra",
    "Dedi", "Deni", "Edi", "Eko", "Erwin", "Fadli", "Fahmi", "Fajar", "Ferdi", "Firman", "Gunawan",
    "Hadi", "Hafiz", "Hamdan", "Harun", "Hasan", "Hendra", "Heri", "Husni", "Ibrahim", "Ilham",
    "Imam", "Indra", "Irfan", "Irwan", "Iskandar", "Ismail", "Iwan", "Jamal", "Joko", "Junaidi",
    "Khairul", "Lukman", "Mahmud", "Muhammad", "Mulyadi", "Mustafa", "Nasrul", "Nurdin", "Rahmat",
    "Randi", "Rasyid", "Ridwan", "Rizal", "Rudi", "Rusdi", "Saiful", "Samsul", "Slamet", "Sulaiman",
    "Suryadi", "Syafri", "Syahrul", "Taufik", "Tarmizi", "Usman", "Wahyu", "Yanto", "Yogi", "Yusuf",
    "Zainal", "Zulfikar", "Zulkifli"});
constexpr auto female_names = std::to_array<std::string_view>({
    "Aisyah", "Ani", "Anita", "Asmara", "Ayu", "Bunga", "Citra", "Delima", "Desi", "Dewi", "Dian",
    "Dina", "Eka", "Elvira", "Erna", "Eva", "Evi", "Farida", "Fatimah", "Fitri", "Gita", "Halimah",
    "Hanifah", "Hesti", "Ida", "Indah", "Ira", "Juwita", "Kartika", "Laila", "Lestari", "Lina",
    "Maimunah", "Marlina", "Maya", "Megawati", "Mira", "Murni", "Nadia", "Nita", "Novita", "Nur",
    "Nuraini", "Nurhayati", "Oktavia", "Puspita", "Putri", "Rahma", "Ratna", "Rina", "Rini",
    "Rosmiati", "Salmah", "Santi", "Sari", "Siti", "Sri", "Suci", "Suryani", "Susi", "Titin", "Tuti",
    "Umi", "Vina", "Wati", "Weni", "Wulan", "Yanti", "Yeni", "Yulia", "Yuliana", "Zahra", "Zubaidah"});
constexpr auto male_second = std::to_array<std::string_view>({
    "Akbar", "Alamsyah", "Anwar", "Ardiansyah", "Azhari", "Bahri", "Basri", "Darmawan", "Efendi",
    "Fauzi", "Febrian", "Firdaus", "Hakim", "Halim", "Hamid", "Hanafi", "Harahap", "Hidayat",
    "Irawan", "Ismanto", "Jauhari", "Kurnia", "Kurniawan", "Lubis", "Mansur", "Marzuki", "Maulana",
    "Mukhtar", "Nasution", "Nugraha", "Nugroho", "Pradana", "Prasetyo", "Pratama", "Putra", "Rahman",
    "Ramadhan", "Rosadi", "Saputra", "Setiawan", "Sinaga", "Siregar", "Subagyo", "Suhendra",
    "Susanto", "Syahputra", "Syarif", "Tanjung", "Utama", "Wibowo", "Wijaya", "Yulianto", "Yusri"});
constexpr auto female_second = std::to_array<std::string_view>({
    "Afriani", "Agustina", "Amelia", "Anggraini", "Apriani", "Astuti", "Aulia", "Cahyani", "Damayanti",
    "Efrida", "Fauziah", "Febriani", "Hairani", "Handayani", "Hasanah", "Herawati", "Hidayati",
    "Indriani", "Istiqomah", "Juliani", "Khairani", "Kurniati", "Lubis", "Maharani", "Mardiana",
    "Maulida", "Melati", "Mulyani", "Nasution", "Ningsih", "Oktaviani", "Permata", "Pertiwi",
    "Pratiwi", "Purnama", "Rahayu", "Rahmawati", "Ramadhani", "Rosalina", "Safitri", "Sartika",
    "Septiani", "Setiawati", "Siregar", "Sulastri", "Susanti", "Syafitri", "Utami", "Wahyuni",
    "Widya", "Wijayanti", "Wulandari", "Yulianti", "Yusnita"});
constexpr auto middle = std::to_array<std::string_view>({
    "Arunika", "Bintang", "Bumi", "Cahaya", "Damai", "Dwi", "Embun", "Fajri", "Gemilang", "Hikmah",
    "Intan", "Jaya", "Kasih", "Kencana", "Langit", "Mega", "Mulia", "Nirmala", "Pelangi", "Restu",
    "Rimba", "Samudra", "Sentosa", "Surya", "Teguh", "Tirta", "Tri", "Wahana", "Warsa", "Yudha"});
// clang-format on

std::string_view any(Random& random, std::span<const std::string_view> names) {
  return names[random.below(static_cast<std::uint32_t>(names.size()))];
}

}  // namespace

std::string person_name(Random& random, Sex sex) {
  const bool male = sex == Sex::male;
  std::string name(male ? any(random, male_names) : any(random, female_names));
  if (chance(random, 45)) name.append(" ").append(any(random, middle));
  return name.append(" ").append(male ? any(random, male_second) : any(random, female_second));
}

}  // namespace rembuk::province
