#include "cli/workers.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <vector>

#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

constexpr int memory_ran_out = 70;  ///< exit status of a process that says so itself

bool send_all(int channel, const void* data, std::size_t size) {
  for (auto bytes = static_cast<const char*>(data); size > 0;) {
    const ssize_t sent = write(channel, bytes, size);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool receive_all(int channel, void* data, std::size_t size) {
  for (auto bytes = static_cast<char*>(data); size > 0;) {
    const ssize_t got = read(channel, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

/// From now on this process may compute as long as one task may.
void allow_one_task() {
  rusage used{};
  rlimit limit{};
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return;
  const auto seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, seconds + rlim_t{60} * most_cpu_minutes);
  setrlimit(RLIMIT_CPU, &limit);
}

/// What a process does until no more tasks come, or the one that gives them is gone.
[[noreturn]] void serve(int channel, const std::function<std::string(std::size_t)>& work) {
  std::set_new_handler([] { _exit(memory_ran_out); });
  for (std::uint64_t task = 0; receive_all(channel, &task, sizeof task);) {
    allow_one_task();
    const std::string answer = work(static_cast<std::size_t>(task));
    const std::uint64_t size = answer.size();
    if (!send_all(channel, &size, sizeof size) || !send_all(channel, answer.data(), answer.size())) break;
  }
  _exit(0);  // not exit: what the other process has not printed yet is not this one's to print
}

/// A process at work, and the task that it is at.
struct Worker {
  pid_t process = 0;
  int channel = -1;
  std::size_t task = 0;
};

Error how_it_ended(int status) {
  const auto ended = [](words::Text how) { return Error{"E_MEASURING_ENDED", std::move(how), ""}; };
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (signal == SIGXCPU) return ended(words::say<"cli.out_of_time">({{"minutes", most_cpu_minutes}}));
  if (signal == SIGKILL || (WIFEXITED(status) && WEXITSTATUS(status) == memory_ran_out))
    return ended(words::say<"cli.out_of_memory">());
  return ended(words::say<"cli.ended">({{"how", words::as_is(signal != 0 ? "signal" : "status")},
                                        {"number", signal != 0 ? signal : WEXITSTATUS(status)}}));
}

/// The processes of one call.
class Pool {
 public:
  explicit Pool(const Tasks& tasks) : tasks_(tasks) {}

  ~Pool() {
    for (const Worker& worker : workers_) close(worker.channel);
    for (const Worker& worker : workers_) waitpid(worker.process, nullptr, 0);
  }

  Status run(unsigned processes) {
    signal(SIGPIPE, SIG_IGN);  // of a process that ended before it was given a task
    while (workers_.size() < std::min<std::size_t>(processes, tasks_.count))
      if (!start()) break;
    if (workers_.empty() && tasks_.count > 0) return cannot_start();
    for (Worker& worker : workers_) next_task(worker);
    while (at_work_ > 0)
      if (const Status status = wait(); !status) return status;
    return success();
  }

 private:
  static Error cannot_start() {
    return {"E_PROCESS", words::say<"cli.no_process">({{"why", words::as_is(std::strerror(errno))}}), ""};
  }

  bool start() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
    const pid_t parent = getpid();
    const pid_t process = fork();
    if (process == 0) {
      close(ends[0]);
      for (const Worker& other : workers_) close(other.channel);
#ifdef __linux__
      prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
      if (getppid() != parent) _exit(0);
      serve(ends[1], tasks_.work);
    }
    close(ends[1]);
    if (process < 0) {
      close(ends[0]);
      return false;
    }
    workers_.push_back({process, ends[0], nothing});
    return true;
  }

  /// Gives the process its next task, if there is one. One that is gone is noticed when its answer is read.
  void next_task(Worker& worker) {
    worker.task = nothing;
    if (stopped_ || next_ >= tasks_.count) return;
    worker.task = next_++;
    ++at_work_;
    const std::uint64_t task = worker.task;
    send_all(worker.channel, &task, sizeof task);
  }

  /// Waits for answers and takes them. Error: a process ended, and no other can be started.
  Status wait() {
    std::vector<pollfd> channels;
    for (const Worker& worker : workers_)
      channels.push_back({worker.task == nothing ? -1 : worker.channel, POLLIN, 0});
    if (poll(channels.data(), channels.size(), -1) < 0) return success();  // interrupted: again
    std::vector<std::size_t> ended;
    for (std::size_t i = 0; i < channels.size(); ++i)
      if (channels[i].revents != 0 && !take_answer(workers_[i])) ended.push_back(i);
    for (auto i = ended.rbegin(); i != ended.rend(); ++i)
      workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(*i));
    for (std::size_t i = 0; i < ended.size() && !stopped_ && next_ < tasks_.count; ++i) {
      if (start())
        next_task(workers_.back());
      else if (workers_.empty())
        return cannot_start();
    }
    return success();
  }

  /// False: the process is no more.
  bool take_answer(Worker& worker) {
    std::uint64_t size = 0;
    std::string answer;
    bool whole = receive_all(worker.channel, &size, sizeof size);
    if (whole) answer.resize(static_cast<std::size_t>(size));
    whole = whole && receive_all(worker.channel, answer.data(), answer.size());
    --at_work_;
    if (whole) {
      stopped_ = !tasks_.take(worker.task, std::move(answer)) || stopped_;
      next_task(worker);
      return true;
    }
    close(worker.channel);
    int status = 0;
    while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    stopped_ = !tasks_.take(worker.task, how_it_ended(status)) || stopped_;
    return false;
  }

  static constexpr std::size_t nothing = SIZE_MAX;

  const Tasks& tasks_;
  std::vector<Worker> workers_;
  std::size_t next_ = 0, at_work_ = 0;
  bool stopped_ = false;
};

}  // namespace

Status share_out(const Tasks& tasks, unsigned processes) {
  return Pool(tasks).run(processes);
}

}  // namespace attune::cli
