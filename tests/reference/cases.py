"""Small random data directories: every column in use, every rule and boundary within reach."""

import csv
import json
import os

REGIONS = ["15.01", "15.04", "15.08", "15.71", "15.72"]
KINDS = ["sekretariat", "biro", "dinas", "badan", "inspektorat", "kecamatan", "uptd", "sekolah", "puskesmas", "rsud"]
LEVELS = {"struktural": ["pengawas", "administrator", "jpt_pratama"], "fungsional": ["terampil", "mahir", "ahli_pertama", "ahli_muda"], "pelaksana": [""]}
RANKS = [f"{n}/{l}" for n in ("II", "III", "IV") for l in "abcd"]
EDUCATIONS = ["SD", "SMP", "SMA", "D1", "D2", "D3", "D4", "S1", "profesi", "S2", "S3"]
CRITERIA = ["jarak", "kompetensi", "karier", "beban", "sarana"]
DATE = (2026, 6, 30)

COLUMNS = {
    "unit.csv": "unit_kode,unit_nama,induk_kode,jenis_unit,instansi_kode,wilayah_kode,lat,lng,keterpencilan",
    "jabatan.csv": "jabatan_kode,jabatan_nama,unit_kode,jenis_jabatan,jenjang,eselon,kelas_jabatan,kebutuhan_abk,golongan_min,pendidikan_min,rumpun_pendidikan,sertifikat_wajib,terbuka_pppk,terkunci",
    "pegawai.csv": "nip,nama,status_asn,tanggal_lahir,jenis_kelamin,tmt_cpns,golongan,unit_kode,jabatan_kode,tmt_jabatan,pendidikan_tingkat,skp_tahun_1,skp_predikat_1,skp_tahun_2,skp_predikat_2,wilayah_domisili_kode,kedudukan_hukum,hukuman_disiplin,tugas_belajar,bebas_temuan,bup",
    "kompetensi.csv": "kompetensi_kode,nama,jenis",
    "kompetensi_jabatan.csv": "jabatan_kode,kompetensi_kode,level_syarat,wajib",
    "kompetensi_pegawai.csv": "nip,kompetensi_kode,level,sumber,tanggal_nilai",
    "waktu_tempuh.csv": "dari_wilayah,ke_wilayah,menit",
    "aspirasi.csv": "nip,sikap,keinginan_1,keinginan_2,keinginan_3,keinginan_4,keinginan_5,urutan_kriteria,jalur_karier",
    "kekhawatiran.csv": "nip,kategori,intensitas,bantuan",
    "rencana.csv": "nip,jabatan_kode_baru,alasan",
}


def often(rng, value, otherwise, chance=0.85):
    return value if rng.random() < chance else otherwise


def iso(y, m, d):
    return f"{y:04}-{m:02}-{d:02}"


def any_day(rng, first, last):
    return rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)


def units(rng):
    out = []
    for g in ("0500", "0501")[: rng.choice((1, 1, 2))]:
        top = f"G{g}"
        out.append(dict(unit_kode=top, unit_nama="Pemerintah", induk_kode="", jenis_unit="instansi", instansi_kode=g, wilayah_kode="15.71", keterpencilan=""))
        below = [top]
        for k in range(rng.randint(2, 7)):
            code = f"{top}.{k}"
            area = rng.choice(REGIONS) + rng.choice(("", ".05", ".05.1003"))
            out.append(dict(unit_kode=code, unit_nama=f"Unit {k}", induk_kode=rng.choice(below), jenis_unit=rng.choice(KINDS), instansi_kode=g, wilayah_kode=area, keterpencilan=rng.choice(("", "0", "1", "2", "3"))))
            below.append(code)
    return out


def posts(rng, unit_rows, competences):
    out, asks = [], []
    for k in range(rng.randint(4, 14)):
        kind = rng.choice(("struktural", "pelaksana", "pelaksana", "fungsional", "fungsional"))
        level = rng.choice(LEVELS[kind])
        eselon = {"jpt_pratama": "II.a", "administrator": "III.a", "pengawas": "IV.a"}.get(level, "")
        need = 1 if kind == "struktural" else rng.choice((0, 1, 1, 2, 3, 4))
        code = f"J{k:02}"
        out.append(dict(jabatan_kode=code, jabatan_nama=f"Jabatan {k}", unit_kode=rng.choice(unit_rows)["unit_kode"], jenis_jabatan=kind, jenjang=level, eselon=eselon, kelas_jabatan=rng.randint(1, 17), kebutuhan_abk=need, golongan_min=often(rng, "", rng.choice(RANKS), 0.6), pendidikan_min=often(rng, "", rng.choice(("SMA", "D3", "S1", "profesi", "S2")), 0.6), sertifikat_wajib=often(rng, "", rng.choice(competences), 0.85), terbuka_pppk=rng.choice(("ya", "tidak", "")), terkunci=often(rng, "tidak", "ya", 0.9)))
        for c in rng.sample(competences, rng.randint(0, 3)):
            asks.append(dict(jabatan_kode=code, kompetensi_kode=c, level_syarat=rng.randint(1, 5), wajib=often(rng, "tidak", "ya")))
    return out, asks


def person(rng, serial, post_rows):
    born = (rng.randint(1967, 2000), 2, 29) if rng.random() < 0.1 else any_day(rng, 1967, 2000)
    if born[1:] == (2, 29):
        born = (born[0] // 4 * 4, 2, 29)
    bup = rng.choice(("", "58", "60", "65"))
    if 2026 - born[0] >= int(bup or 58) - 1:
        born = (rng.randint(1969, 1990), born[1], min(born[2], 28))
    entered = (rng.randint(born[0] + 19, 2025), rng.randint(1, 12))
    if rng.random() < 0.3:
        held = (2024, 6, rng.choice((29, 30)))  # the boundary of 24 months
    else:
        held = any_day(rng, max(entered[0] + 1, 2012) if entered[0] < 2025 else 2026, 2026)
    if held > DATE or held < (entered[0], entered[1], 1):
        held = (DATE[0], DATE[1], 1)
    sex = rng.choice("LP")
    status = often(rng, "PNS", rng.choice(("CPNS", "PPPK", "PPPK_PARUH_WAKTU")), 0.9)
    pppk = status.startswith("PPPK")
    month = 21 if pppk else entered[1]
    post = rng.choice(post_rows)
    return dict(
        nip=f"{born[0]:04}{born[1]:02}{born[2]:02}{entered[0]:04}{month:02}{1 if sex == 'L' else 2}{serial:03}",
        nama=f"Pegawai {serial}", status_asn=status, tanggal_lahir=iso(*born), jenis_kelamin=sex, tmt_cpns=iso(entered[0], entered[1], 1),
        golongan="IX" if pppk else rng.choice(RANKS), unit_kode=post["unit_kode"], jabatan_kode=post["jabatan_kode"], tmt_jabatan=iso(*held),
        pendidikan_tingkat=rng.choice(EDUCATIONS[2:]), skp_tahun_1="2025", skp_predikat_1=often(rng, "Baik", rng.choice(("Sangat Baik", "Butuh Perbaikan", "Kurang")), 0.9),
        skp_tahun_2=often(rng, "2024", ""), skp_predikat_2=often(rng, "Sangat Baik", "", 0.9), wilayah_domisili_kode=often(rng, rng.choice(REGIONS) + rng.choice(("", ".07")), "", 0.7),
        kedudukan_hukum=often(rng, "Aktif", "Cuti di luar tanggungan", 0.95), hukuman_disiplin=often(rng, "tidak", "ya", 0.95), tugas_belajar=often(rng, "", "ya", 0.95), bebas_temuan=often(rng, "", "tidak"), bup=bup)


def target(rng, unit_rows, post_rows):
    kind = rng.choice(("jabatan", "unit", "wilayah"))
    code = {"jabatan": rng.choice(post_rows)["jabatan_kode"], "unit": rng.choice(unit_rows)["unit_kode"], "wilayah": rng.choice(REGIONS)}[kind]
    return f"{kind}:{code}"


def answers(rng, people, unit_rows, post_rows):
    said, worries = [], []
    for p in people:
        if rng.random() > 0.65:
            continue
        row = dict(nip=p["nip"], sikap=rng.choice(("tetap", "terbuka", "pindah")))
        wishes = []
        for _ in range(rng.randint(0, 5)):
            wish = target(rng, unit_rows, post_rows)
            if wish not in wishes:
                wishes.append(wish)
        row.update({f"keinginan_{k + 1}": wish for k, wish in enumerate(wishes)})
        row["urutan_kriteria"] = ">".join(rng.sample(CRITERIA, 5)) if rng.random() < 0.6 else ""
        row["jalur_karier"] = rng.choice(("", "struktural", "fungsional", "pelaksana"))
        said.append(row)
        for k in rng.sample(range(1, 15), rng.choice((0, 0, 1, 2, 3, 6, 14))):
            worries.append(dict(nip=p["nip"], kategori=f"K{k:02}", intensitas=rng.randint(1, 5), bantuan=""))
    return said, worries


def parameters(rng):
    if rng.random() < 0.3:
        return {}
    x = rng.choice((1, 2, 5, 6.5))
    y = rng.choice((1, 2.5, 3))
    return {"of_ten": [x, y, 10 - x - y], "odds_per_1000_points": rng.choice((0.7, 1, 1.8, 3)), "odds_stay": rng.choice((1, 3, 8.5)), "odds_concern": rng.choice((1, 2, 4)), "worth_answers": rng.choice((1, 20, 150))}


def plan(rng, people, post_rows, share):
    rows = []
    for p in people:
        j = rng.choice(post_rows)["jabatan_kode"]
        if j != p["jabatan_kode"] and rng.random() < share:
            rows.append(dict(nip=p["nip"], jabatan_kode_baru=j, alasan="uji"))
    return sorted(rows, key=lambda r: r["nip"])


def write(directory, name, rows):
    with open(os.path.join(directory, name), "w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, COLUMNS.get(name, COLUMNS["rencana.csv"]).split(","), restval="")
        out.writeheader()
        out.writerows(rows)


def make(directory, rng):
    """Writes the nine files, konsultasi.json and two plans (a.csv, b.csv)."""
    competences = [f"C{k}" for k in range(6)]
    unit_rows = units(rng)
    post_rows, asks = posts(rng, unit_rows, competences)
    people = [person(rng, k + 1, post_rows) for k in range(rng.randint(1, 36))]
    holds = []
    for p in people:
        for c in competences:
            for _ in range(rng.choice((0, 1, 1, 2))):
                holds.append(dict(nip=p["nip"], kompetensi_kode=c, level=rng.randint(1, 5), sumber=rng.choice(("asesmen", "atasan", "mandiri", "sertifikat", "")), tanggal_nilai=""))
    said, worries = answers(rng, people, unit_rows, post_rows)
    edges = (0, 29, 30, 31, 60, 61, 120, 121, 180, 479, 480, 481, 6000)
    travel = [dict(dari_wilayah=a, ke_wilayah=b, menit=rng.choice(edges) if rng.random() < 0.5 else rng.randint(0, 600)) for a in REGIONS for b in REGIONS]
    for name, rows in {"unit.csv": unit_rows, "jabatan.csv": post_rows, "pegawai.csv": people, "kompetensi.csv": [dict(kompetensi_kode=c, nama=c, jenis="") for c in competences], "kompetensi_jabatan.csv": asks, "kompetensi_pegawai.csv": holds, "waktu_tempuh.csv": travel, "aspirasi.csv": said, "kekhawatiran.csv": worries}.items():
        write(directory, name, rows)
    write(directory, "a.csv", plan(rng, people, post_rows, rng.choice((0.1, 0.5, 1))))
    write(directory, "b.csv", plan(rng, people, post_rows, rng.choice((0, 0.3, 0.9))))
    settings = {"reference_date": iso(*DATE), "between_governments": rng.random() < 0.5, "parameters": parameters(rng), "threshold": 10}
    with open(os.path.join(directory, "konsultasi.json"), "w", encoding="utf-8") as f:
        json.dump(settings, f)
