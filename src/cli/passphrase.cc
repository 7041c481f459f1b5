#include "cli/passphrase.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

namespace amends::cli {
namespace {

constexpr std::size_t kLongestBytes = std::size_t{64} * 1024;

volatile std::sig_atomic_t stopped_by = 0;

/// Signals are let in only while we wait, so that none finds the echo off and ends us there.
class HeldSignals {
 public:
  HeldSignals() {
    struct sigaction action{};
    action.sa_handler = [](int signal) { stopped_by = signal; };
    sigset_t ours;
    sigemptyset(&ours);
    for (std::size_t i = 0; i < kCount; ++i) {
      sigaddset(&ours, kSignals[i]);
      sigaction(kSignals[i], &action, &before_[i]);
    }
    sigprocmask(SIG_BLOCK, &ours, &while_waiting_);
  }
  ~HeldSignals() {
    for (std::size_t i = 0; i < kCount; ++i) sigaction(kSignals[i], &before_[i], nullptr);
    sigprocmask(SIG_SETMASK, &while_waiting_, nullptr);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  const sigset_t* while_waiting() const { return &while_waiting_; }

 private:
  static constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
  static constexpr std::size_t kCount = std::size(kSignals);
  struct sigaction before_[kCount]{};
  sigset_t while_waiting_{};
};

class Hidden {
 public:
  Hidden() {
    known_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= ECHONL;
    if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Hidden() {
    if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  termios before_{};
  bool known_ = false;
};

// A line, without its end; `while_waiting` is null where no person is asked.
std::optional<std::string> read_line(const sigset_t* while_waiting) {
  std::string line;
  while (line.size() < kLongestBytes) {
    pollfd wait{STDIN_FILENO, POLLIN, 0};
    if (while_waiting != nullptr && ::ppoll(&wait, 1, nullptr, while_waiting) < 0) {
      return std::nullopt;
    }
    char c = 0;
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR && while_waiting == nullptr) continue;
    if (got < 0 || (got == 0 && line.empty())) return std::nullopt;
    if (got == 0 || c == '\n') break;
    line.push_back(c);
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

std::optional<std::string> read_passphrase(const std::string& prompt) {
  if (isatty(STDIN_FILENO) == 0) return read_line(nullptr);
  std::optional<std::string> line;
  {
    const HeldSignals signals;
    const Hidden hidden;
    std::fputs(prompt.c_str(), stderr);
    line = read_line(signals.while_waiting());
  }
  if (stopped_by != 0) ::raise(stopped_by);
  return line;
}

}  // namespace amends::cli
