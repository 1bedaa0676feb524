"""A second implementation of the engine's model (satisfaction, concerns, acceptance, report, rules).

Written from the description alone, with plain dictionaries and double loops: slow and obvious on
purpose. It shares no code, no constant table and no arithmetic with the engine.
"""

import csv
import json
import math
import os

CRITERIA = ["distance", "competence", "career", "workload", "facilities"]
CRITERION_WORD = {"jarak": "distance", "kompetensi": "competence", "karier": "career", "beban": "workload", "sarana": "facilities"}
RANK_WEIGHTS = [4567, 2567, 1566, 900, 400]
EDUCATION = {"SD": 0, "SMP": 1, "SMA": 2, "D1": 3, "D2": 4, "D3": 5, "D4": 6, "S1": 6, "profesi": 7, "S2": 8, "S3": 9}
GOLONGAN = [f"{n}/{l}" for n in ("I", "II", "III", "IV") for l in "abcde" if l != "e" or n == "IV"]
CATEGORIES = [f"K{k:02}" for k in range(1, 15)]
ONE = 1 << 20
DEFAULT_PARAMETERS = {"of_ten": [5, 3, 2], "odds_per_1000_points": 1.8, "odds_stay": 3, "odds_concern": 2, "worth_answers": 20}


def divide(a, b):
    """Integer division towards zero."""
    q = abs(a) // abs(b)
    return q if (a >= 0) == (b >= 0) else -q


def clamp(x):
    return max(0, min(10000, x))


def rows(directory, name):
    with open(os.path.join(directory, name), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def day(text):
    y, m, d = text.split("-")
    return int(y), int(m), int(d)


def months(earlier, later):
    return 12 * (later[0] - earlier[0]) + later[1] - earlier[1] - (1 if later[2] < earlier[2] else 0)


def retirement(birth, years):
    y, m, d = birth[0] + years, birth[1], birth[2]
    leap = y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    return (y, 3, 1) if (m, d) == (2, 29) and not leap else (y, m, d)


def region_of(code):
    return ".".join(code.split(".")[:2])


def parameter_draws(path):
    with open(path, encoding="utf-8", newline="") as f:
        return [tuple(float(r[c]) for c in ("z_b1", "z_b2", "z_b3", "z_t")) for r in csv.DictReader(f)]


class World:
    """A data directory, its reference date and its cycle."""

    def __init__(self, directory, date, between_governments=False, parameters=None):
        self.date = day(date)
        self.between_governments = between_governments
        self.parameters = dict(DEFAULT_PARAMETERS, **(parameters or {}))
        self.units = {r["unit_kode"]: r for r in rows(directory, "unit.csv")}
        self.posts = {r["jabatan_kode"]: r for r in rows(directory, "jabatan.csv")}
        self.people = {r["nip"]: r for r in rows(directory, "pegawai.csv")}
        self.minutes = {(r["dari_wilayah"], r["ke_wilayah"]): int(r["menit"]) for r in rows(directory, "waktu_tempuh.csv")}
        self.requires = {j: [] for j in self.posts}
        for r in rows(directory, "kompetensi_jabatan.csv"):
            self.requires[r["jabatan_kode"]].append((r["kompetensi_kode"], int(r["level_syarat"]), r["wajib"] == "ya"))
        self.level, self.certified = {}, set()
        for r in rows(directory, "kompetensi_pegawai.csv"):
            key = (r["nip"], r["kompetensi_kode"])
            self.level[key] = max(self.level.get(key, 0), int(r["level"]))
            if r["sumber"] == "sertifikat":
                self.certified.add(key)
        self.answers = {r["nip"]: r for r in rows(directory, "aspirasi.csv")}
        self.concerns = {i: {} for i in self.people}
        for r in rows(directory, "kekhawatiran.csv"):
            self.concerns[r["nip"]][r["kategori"]] = int(r["intensitas"])
        self.heads = {j: 0 for j in self.posts}
        for p in self.people.values():
            self.heads[p["jabatan_kode"]] += 1

    # -- places ---------------------------------------------------------------------------------
    def cur(self, i):
        return self.people[i]["jabatan_kode"]

    def unit(self, j):
        return self.posts[j]["unit_kode"]

    def need(self, j):
        return int(self.posts[j]["kebutuhan_abk"])

    def post_region(self, j):
        return region_of(self.units[self.unit(j)]["wilayah_kode"])

    def home(self, i):
        own = self.people[i]["wilayah_domisili_kode"]
        return region_of(own) if own else self.post_region(self.cur(i))

    def travel(self, i, j):
        return self.minutes[self.home(i), self.post_region(j)]

    def remoteness(self, j):
        return int(self.units[self.unit(j)]["keterpencilan"] or 0)

    def ancestors(self, u):
        """The unit itself first."""
        chain = []
        while u:
            chain.append(u)
            u = self.units[u]["induk_kode"]
        return chain

    def opd(self, j):
        u = self.unit(j)
        if self.units[u]["jenis_unit"] == "instansi":
            return u
        return [a for a in self.ancestors(u) if self.units[a]["jenis_unit"] != "instansi"][-1]

    def government(self, j):
        return self.units[self.unit(j)]["instansi_kode"]

    # -- satisfaction ---------------------------------------------------------------------------
    def competence(self, i, j):
        asked = sum(level for _, level, _ in self.requires[j])
        if asked == 0:
            return 10000
        met = sum(min(level, self.level.get((i, c), 0)) for c, level, _ in self.requires[j])
        return divide(10000 * met, asked)

    def workload(self, j):
        own = [k for k in self.posts if self.unit(k) == self.unit(j)]
        needed = sum(self.need(k) for k in own)
        return 10000 if needed == 0 else clamp(divide(10000 * sum(self.heads[k] for k in own), needed))

    def klass(self, j):
        return int(self.posts[j]["kelas_jabatan"])

    def values(self, i, j):
        track = self.answers.get(i, {}).get("jalur_karier", "")
        bonus = 1500 if track and track == self.posts[j]["jenis_jabatan"] else 0
        return {
            "distance": clamp(divide(10000 * (480 - self.travel(i, j)), 450)),
            "competence": self.competence(i, j),
            "career": clamp(5000 + 1000 * (self.klass(j) - self.klass(self.cur(i))) + bonus),
            "workload": self.workload(j),
            "facilities": [10000, 7000, 4000, 1000][self.remoteness(j)],
        }

    def weights(self, i):
        order = self.answers.get(i, {}).get("urutan_kriteria", "")
        if not order:
            return {c: 2000 for c in CRITERIA}
        return {CRITERION_WORD[word]: RANK_WEIGHTS[rank] for rank, word in enumerate(order.split(">"))}

    def base(self, i, j):
        v, w = self.values(i, j), self.weights(i)
        return divide(sum(w[c] * v[c] for c in CRITERIA), 10000)

    def wish(self, i, j):
        """Rank 1 … 5 of the first wish that contains j, or None."""
        for rank in range(1, 6):
            text = self.answers.get(i, {}).get(f"keinginan_{rank}", "")
            if not text:
                continue
            kind, code = text.split(":", 1)
            hit = {"jabatan": j == code, "unit": code in self.ancestors(self.unit(j)), "wilayah": self.post_region(j) == code}
            if hit[kind]:
                return rank
        return None

    def bonus(self, i, j):
        if j == self.cur(i):
            return {"tetap": 2500, "terbuka": 1250, "pindah": 0}[self.answers.get(i, {"sikap": "terbuka"})["sikap"]]
        rank = self.wish(i, j)
        return [2500, 2000, 1500, 1000, 500][rank - 1] if rank else 0

    def s(self, i, j):
        return divide(self.base(i, j) * 7500, 10000) + self.bonus(i, j)

    def d(self, i, j):
        return self.s(i, j) - self.s(i, self.cur(i))

    # -- concerns -------------------------------------------------------------------------------
    def condition(self, category, i, j):
        cur = self.cur(i)
        there, here = self.travel(i, j), self.travel(i, cur)
        falls = self.klass(j) < self.klass(cur)
        if category == "K01":
            return there > here + 60
        if category in ("K02", "K03"):
            return self.post_region(j) != self.post_region(cur)
        if category in ("K04", "K11"):
            return self.remoteness(j) >= 2 and self.remoteness(j) > self.remoteness(cur)
        if category == "K05":
            return falls or there > 120
        if category == "K06":
            return falls
        if category == "K07":
            return self.competence(i, j) < 7000
        if category in ("K08", "K13"):
            return self.opd(j) != self.opd(cur)
        if category == "K10":
            return self.workload(j) < 7000
        return True

    def triggered(self, i, j):
        if j == self.cur(i):
            return []
        return [c for c in sorted(self.concerns[i]) if self.condition(c, i, j)]

    def load(self, i, j):
        """Numerator over 5."""
        return sum(self.concerns[i][c] for c in self.triggered(i, j))

    # -- rules ----------------------------------------------------------------------------------
    def is_jpt(self, j):
        return self.posts[j]["jenjang"] == "jpt_pratama" or self.posts[j]["eselon"].split(".")[0] in ("I", "II")

    def locks(self, i):
        p = self.people[i]
        broken = []
        if months(day(p["tmt_jabatan"]), self.date) < 24:
            broken.append("R03")
        if p["hukuman_disiplin"] == "ya":
            broken.append("R08")
        if any(p[f"skp_predikat_{k}"] not in ("", "Baik", "Sangat Baik") for k in (1, 2)):
            broken.append("R09")
        if p["tugas_belajar"] == "ya":
            broken.append("R10")
        if p["status_asn"] in ("PPPK", "PPPK_PARUH_WAKTU"):
            broken.append("R13")
        if self.is_jpt(self.cur(i)):
            broken.append("R15")
        if months(self.date, retirement(day(p["tanggal_lahir"]), int(p["bup"] or 58))) < 24:
            broken.append("R17")
        if p["kedudukan_hukum"] != "Aktif":
            broken.append("R23")
        if p["status_asn"] == "CPNS":
            broken.append("R25")
        return broken

    def refusals(self, i, j):
        p, post = self.people[i], self.posts[j]
        broken = []
        if self.government(j) != self.government(self.cur(i)):
            if not self.between_governments:
                broken.append("R02")
            elif p["bebas_temuan"] == "tidak":
                broken.append("R11")
        minimum = post["pendidikan_min"]
        low = minimum and EDUCATION[p["pendidikan_tingkat"]] < EDUCATION[minimum]
        lacks = any(must and self.level.get((i, c), 0) == 0 for c, _, must in self.requires[j])
        paper = post["sertifikat_wajib"] and (i, post["sertifikat_wajib"]) not in self.certified
        if low or lacks or paper:
            broken.append("R05")
        if self.is_jpt(j):
            broken.append("R15")
        rank = post["golongan_min"]
        if rank and p["golongan"] in GOLONGAN and GOLONGAN.index(p["golongan"]) < GOLONGAN.index(rank):
            broken.append("R18")
        if post["terkunci"] == "ya":
            broken.append("R24")
        return broken

    def rule(self, i, j):
        """The lowest rule against the pair, or an empty word."""
        if j == self.cur(i):
            return ""
        full = ["R07"] if self.heads[j] > self.need(j) or self.need(j) == 0 else []
        return min(self.locks(i) + self.refusals(i, j) + full, default="")

    def violations(self, plan):
        count = {}
        for i, j in plan.items():
            for rule in set(self.locks(i) + self.refusals(i, j)):
                count[rule] = count.get(rule, 0) + 1
        held = {i: plan.get(i, self.cur(i)) for i in self.people}
        for j in self.posts:
            after = sum(1 for place in held.values() if place == j)
            entrants = sum(1 for place in plan.values() if place == j)
            over = min(entrants, after - self.need(j))
            if over > 0:
                count["R07"] = count.get("R07", 0) + over
        return sorted(count.items())


def load_settings(directory):
    with open(os.path.join(directory, "konsultasi.json"), encoding="utf-8") as f:
        return json.load(f)


def logistic(x):
    return 1 / (1 + math.exp(-x))
