// Makes tests/vectors/vault/: backups of fixed bytes, whole and damaged in every way that the
// format names, and a list of what a reader has to say of each. Vectors are added, never edited:
// run it into an empty folder and compare.
//
//   vault_vectors FOLDER

#include "tests/support/vault.h"

#include <cstdio>
#include <fstream>

#include "base/hex.h"
#include "base/json.h"
#include "vault/recovery.h"

namespace {

using amends::base::json::Writer;
using namespace amends::tests;
using namespace amends::vault;

std::string event(int tick, std::uint8_t device, const std::string& rest) {
  const std::string id = amends::base::hex(amends::crypto::view(filled<16>(device)));
  return R"({"v":1,"at":1764000000000,"tick":)" + std::to_string(tick) + R"(,"device":")" + id +
         R"(",)" + rest + "}";
}

std::vector<std::string> phone() {
  return {
      event(0, 16, R"("type":"answer","item":"hs-clear-refusal","answer":"said-no")"),
      event(1, 16,
            "\"type\":\"draft\",\"id\":\"d1\",\"text\":\"Es tut mir leid. "
            "\xE3\x81\x94\xE3\x82\x81\xE3\x82\x93\""),
      event(2, 16,
            R"("type":"contact","id":"c1","when_ms":1764000000000,"from":"me","kind":"call")"),
  };
}
std::vector<std::string> laptop() {
  return {
      event(3, 160, R"("type":"of-a-newer-version","text":"kept, and passed over")"),
      event(4, 160, "\"type\":\"note\",\"id\":\"n1\",\"text\":\"" + std::string(600, 'n') + '"'),
  };
}

struct Vector {
  const char* name;
  const char* expect;
  std::string file;
  std::string passphrase;
  std::string words;  // Instead of it, where there are any.
};

Vector of(const char* name, const char* expect, std::string file,
          std::string passphrase = kPassphrase, std::string words = "") {
  return {name, expect, std::move(file), std::move(passphrase), std::move(words)};
}

std::string flipped(std::string file, std::size_t at) {
  file[at] = static_cast<char>(file[at] ^ 1);
  return file;
}

std::vector<Vector> vectors() {
  const Written vault = Written().device(16, phone()).device(160, laptop());
  const auto& e = vault.entries;
  const std::string ok = vault.backup();
  const std::string end = ok.substr(ok.size() - 4 - 1 - 24 - 256 - 16);
  const auto made_of = [&](const std::vector<std::string>& entries, const std::string& tail) {
    std::string file = vault.header.bytes;
    for (const std::string& entry : entries) file += entry;
    return file + tail;
  };
  const std::size_t second = kHeaderBytes + e[0].size();
  const std::string foreign = Written(7).device(16, phone()).entries[0];
  std::string newer = ok;
  newer[8] = 2;
  const std::string words = words_of(fixed_bytes().recovery);
  return {
      of("ok", "ok", ok),
      of("ok-empty", "ok", Written().backup()),
      of("ok-by-words", "ok", ok, "", words),
      of("wrong-passphrase", "wrong key", ok, "schoner Tag"),
      of("wrong-words", "wrong key", ok, "", words_of(filled<16>(1))),
      of("tampered-event", "tampered", flipped(ok, second + 60)),
      of("tampered-device", "tampered", flipped(ok, second + 5)),
      of("tampered-sequence", "tampered", flipped(ok, second + 21)),
      of("tampered-size", "tampered", flipped(ok, second + 4)),
      of("tampered-nonce", "tampered", flipped(ok, second + 29)),
      of("tampered-marker", "tampered", flipped(ok, second)),
      of("tampered-end", "tampered", flipped(ok, ok.size() - 1)),
      of("tampered-key", "tampered", flipped(ok, 80)),
      of("tampered-words-key", "tampered", flipped(ok, 150)),
      of("tampered-words-key-by-words", "tampered", flipped(ok, 150), "", words),
      of("tampered-cost", "tampered", flipped(ok, 29)),
      of("tampered-mac", "tampered", flipped(ok, kHeaderBytes - 1)),
      of("foreign-entry", "tampered", made_of({e[0], foreign, e[1], e[2], e[3], e[4]}, end)),
      of("truncated-header", "truncated", ok.substr(0, 100)),
      of("truncated-entry", "truncated", ok.substr(0, second + 100)),
      of("truncated-between", "truncated", made_of({e[0], e[1], e[2], e[3]}, "")),
      of("missing-entry", "truncated", made_of({e[0], e[2], e[3], e[4]}, end)),
      of("missing-device", "truncated", made_of({e[0], e[1], e[2]}, end)),
      of("reordered", "reordered", made_of({e[0], e[2], e[1], e[3], e[4]}, end)),
      of("reordered-devices", "reordered", made_of({e[3], e[4], e[0], e[1], e[2]}, end)),
      of("repeated", "reordered", made_of({e[0], e[1], e[1], e[2], e[3], e[4]}, end)),
      of("newer", "newer", newer),
      of("not-a-vault", "not a vault", "Dear you,\n"),
  };
}

const char* name_of_refusal(Refusal refusal) {
  static constexpr const char* kNames[] = {"not-a-vault", "newer",     "cut-off",
                                           "damaged",     "wrong-key", "no-memory"};
  return kNames[static_cast<std::size_t>(refusal)];
}

void write_contents(Writer& out, const Contents& contents) {
  out.name("payloads").open_list();
  for (const Entry& entry : contents.entries) out.text(entry.payload);
  out.close_list().name("problems").open_list();
  for (const Problem& problem : contents.problems) {
    out.open_object().name("what").text(name_of(problem.what));
    out.name("device").text(amends::base::hex(amends::crypto::view(problem.device)));
    out.name("sequence").text(std::to_string(problem.sequence));
    out.name("until").text(std::to_string(problem.until));
    out.name("at_byte").integer(static_cast<std::int64_t>(problem.at_byte)).close_object();
  }
  out.close_list();
}

std::string described(const Vector& vector) {
  Writer out;
  out.open_object().name("name").text(vector.name).name("expect").text(vector.expect);
  vector.words.empty() ? out.name("passphrase").text(vector.passphrase)
                       : out.name("words").text(vector.words);
  const auto header = read_header(vector.file);
  if (!header) {
    out.name("refused").text(name_of_refusal(header.error())).close_object();
    return out.take();
  }
  const auto key = vector.words.empty() ? unlock(*header, vector.passphrase)
                                        : unlock(*header, *code_of(vector.words));
  if (!key) {
    out.name("refused").text(name_of_refusal(key.error())).close_object();
    return out.take();
  }
  write_contents(out, open_backup(*header, *key, vector.file));
  out.close_object();
  return out.take();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("vault_vectors FOLDER\n", stderr);
    return 2;
  }
  const std::string folder = arguments[1];
  std::string list;
  for (const Vector& vector : vectors()) {
    std::ofstream(folder + "/" + vector.name + ".amends", std::ios::binary) << vector.file;
    list += (list.empty() ? "[\n" : ",\n") + described(vector);
  }
  std::ofstream(folder + "/vectors.json", std::ios::binary) << list << "\n]\n";
  return 0;
}
