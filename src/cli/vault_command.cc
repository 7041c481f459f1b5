#include <cstdio>
#include <vector>

#include "base/hex.h"
#include "cli/commands.h"
#include "cli/file.h"
#include "cli/packs.h"
#include "cli/passphrase.h"
#include "journal/event_json.h"
#include "journal/fold.h"
#include "vault/backup.h"
#include "vault/recovery.h"

namespace amends::cli {

using base::json::Writer;
using vault::Contents;
using vault::Header;
using vault::Refusal;

namespace {

int refuse_backup(const std::string& file, const char* name) {
  const std::string said = words(std::string("errors.vault.") + name, {{"file", file}});
  std::fprintf(stderr, "amends: %s\n", said.c_str());
  return 1;
}

const char* name_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::not_a_vault:
      return "not-a-vault";
    case Refusal::newer:
      return "newer";
    case Refusal::cut_off:
      return "cut-off";
    case Refusal::damaged:
      return "damaged";
    case Refusal::wrong_key:
      return "wrong-key";
    case Refusal::no_memory:
      return "no-memory";
  }
  return "damaged";
}

// Twelve words that belong together are the recovery code; they could be a passphrase all the same.
vault::Unlocked unlocked(const Header& header, std::string_view typed) {
  if (const auto code = vault::code_of(typed)) {
    auto key = vault::unlock(header, *code);
    if (key) return key;
  }
  return vault::unlock(header, typed);
}

void write_problem(Writer& out, std::string_view what, const vault::Problem& problem) {
  out.open_object().name("what").text(what);
  if (problem.sequence > 0) {
    out.name("device").text(base::hex(crypto::view(problem.device)));
    out.name("sequence").integer(static_cast<std::int64_t>(problem.sequence));
  }
  if (problem.until > 0) out.name("until").integer(static_cast<std::int64_t>(problem.until));
  if (problem.at_byte > 0) out.name("at_byte").integer(static_cast<std::int64_t>(problem.at_byte));
  out.close_object();
}

/// Prints all of it; how many problems there are.
std::size_t print_journal(const Header& header, const Contents& contents) {
  std::vector<journal::Event> events;
  std::vector<vault::Problem> not_events;
  Writer out;
  out.open_object().name("vault").text(base::hex(crypto::view(header.vault())));
  out.name("events").open_list();
  for (const vault::Entry& entry : contents.entries) {
    auto event = journal::decode(entry.payload);
    const auto value = base::json::parse(entry.payload);
    if (!event || !value) {
      not_events.push_back({{}, entry.device, entry.sequence, 0, 0});
      continue;
    }
    out.value(*value);
    events.push_back(std::move(*event));
  }
  out.close_list().name("state");
  journal::write_state(out, the_guide(), journal::fold(the_guide(), events));
  out.name("problems").open_list();
  for (const auto& problem : contents.problems) {
    write_problem(out, vault::name_of(problem.what), problem);
  }
  for (const auto& problem : not_events) write_problem(out, "not-an-event", problem);
  out.close_list().close_object();
  std::puts(out.take().c_str());
  return contents.problems.size() + not_events.size();
}

int open_vault(const std::string& file) {
  const auto bytes = read_file(file, vault::kLargestBackupBytes);
  if (!bytes && bytes.error().code == base::ErrorCode::too_large) {
    return refuse_backup(file, "too-large");
  }
  if (!bytes) return refuse(file, bytes.error());
  const auto header = vault::read_header(*bytes);
  if (!header) return refuse_backup(file, name_of(header.error()));
  auto typed = read_passphrase(words("cli.vault.prompt", {{"file", file}}));
  if (!typed) return refuse_backup(file, "no-passphrase");
  const auto key = unlocked(*header, *typed);
  crypto::wipe(*typed);
  if (!key) return refuse_backup(file, name_of(key.error()));
  const std::size_t problems = print_journal(*header, vault::open_backup(*header, *key, *bytes));
  if (problems == 0) return 0;
  std::fprintf(
      stderr, "amends: %s\n",
      words("errors.vault.problems", {{"file", file}, {"n", std::to_string(problems)}}).c_str());
  return 1;
}

}  // namespace

int vault_command(Arguments arguments) {
  if (arguments.empty() || arguments[0] != "open") return misused(words("cli.usage.vault"));
  const auto read = given("vault", arguments.subspan(1));
  if (!read) return 2;
  if (read->thing.empty()) return misused(words("cli.usage.vault"));
  // The passphrase comes from there.
  if (read->thing == "-") return misused(words("cli.usage.vault-input"));
  return open_vault(read->thing);
}

}  // namespace amends::cli
