#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "tests/support/oracle.h"

namespace amends::tests {
namespace {

[[noreturn]] void become(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  std::_Exit(127);
}

int exit_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

Ended run(const std::vector<std::string>& command, const std::string& input) {
  const TempFolder folder;
  write_text(folder / "in", input);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open((folder / "in").c_str(), O_RDONLY), 0);
    ::dup2(::open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600), 1);
    ::dup2(::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600), 2);
    become(command);
  }
  Ended ended;
  ended.exit = exit_of(child);
  ended.out = file_text(folder / "out");
  ended.err = file_text(folder / "err");
  return ended;
}

Terminal::Terminal(const std::vector<std::string>& command) {
  const winsize size{40, 80, 0, 0};
  child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
  if (child_ == 0) become(command);
}

Terminal::~Terminal() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    exit_of(child_);
  }
  ::close(terminal_);
}

bool Terminal::reads_more() {
  pollfd wait{terminal_, POLLIN, 0};
  constexpr int kPatienceMs = 10'000;
  if (::poll(&wait, 1, kPatienceMs) <= 0) return false;
  char buffer[4096];
  const ssize_t got = ::read(terminal_, buffer, sizeof buffer);
  if (got <= 0) return false;
  screen_.append(buffer, static_cast<std::size_t>(got));
  return true;
}

bool Terminal::sees(const std::string& text) { return sees_one_of({text}) == 0; }

int Terminal::sees_one_of(const std::vector<std::string>& texts) {
  for (;;) {
    std::size_t first = std::string::npos;
    int which = -1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::size_t found = screen_.find(texts[i], seen_);
      if (found >= first) continue;
      first = found;
      which = static_cast<int>(i);
    }
    if (which >= 0) {
      seen_ = first + texts[static_cast<std::size_t>(which)].size();
      return which;
    }
    if (!reads_more()) return -1;
  }
}

void Terminal::types(const std::string& text) {
  if (::write(terminal_, text.data(), text.size()) < 0) std::abort();
}

void Terminal::interrupts() { ::kill(child_, SIGINT); }

int Terminal::ends() {
  while (reads_more()) {
  }
  const int exit = exit_of(child_);
  child_ = -1;
  return exit;
}

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "amends-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void write_text(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace amends::tests
