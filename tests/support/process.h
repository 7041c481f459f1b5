// Runs a program as a person or a script would: arguments, what it prints, how it ends.

#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace amends::tests {

struct Ended {
  int exit = -1;  // The exit code, or minus the signal.
  std::string out;
  std::string err;
};

/// Runs to the end, with `input` on standard input.
Ended run(const std::vector<std::string>& command, const std::string& input = {});

/// A program at a terminal of its own.
class Terminal {
 public:
  explicit Terminal(const std::vector<std::string>& command);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Reads until `text` has appeared behind what was read before; false when the program ended
  /// first, or after ten seconds.
  bool sees(const std::string& text);
  /// The same for whichever of them comes first; its place in the list, or -1.
  int sees_one_of(const std::vector<std::string>& texts);
  void types(const std::string& text);
  void interrupts();
  /// Waits for the end; the exit code, or minus the signal.
  int ends();
  const std::string& screen() const { return screen_; }

 private:
  bool reads_more();

  pid_t child_ = -1;
  int terminal_ = -1;
  std::string screen_;
  std::size_t seen_ = 0;
};

/// A folder that is gone with the test.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void write_text(const std::string& path, const std::string& text);

}  // namespace amends::tests
