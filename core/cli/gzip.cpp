#include "cli/gzip.hpp"

#include <zlib.h>

#include <string>
#include <vector>

#include "words/ids/cli.hpp"

namespace attune::cli {

namespace {

constexpr std::size_t out_bytes = std::size_t{1} << 18;
constexpr std::uint64_t largest_inflated = std::uint64_t{64} << 30;
/// EDF compresses 2 to 10 times; an hour of a flat line about 100 times; deflate's limit is 1032.
constexpr std::uint64_t largest_ratio = 200;
constexpr std::uint64_t ratio_matters_from = std::uint64_t{16} << 20;

}  // namespace

struct GzipStream::State {
  z_stream stream{};
  bool ready = false;
  bool in_member = true;
  bool ended = false;  ///< what comes now is no gzip and ignored
  std::uint64_t taken = 0, given = 0;
  std::vector<std::uint8_t> out;
};

bool is_gzip(std::span<const std::uint8_t> begin) {
  return begin.size() >= 2 && begin[0] == 0x1F && begin[1] == 0x8B;
}

GzipStream::GzipStream() : state_(std::make_unique<State>()) {
  constexpr int largest_window = 15, gzip_wrapper = 16;
  state_->ready = inflateInit2(&state_->stream, largest_window + gzip_wrapper) == Z_OK;
  state_->out.resize(out_bytes);
}

GzipStream::~GzipStream() {
  inflateEnd(&state_->stream);
}

Status GzipStream::push(std::span<const std::uint8_t> bytes, const OnSlice& on_slice) {
  State& state = *state_;
  if (!state.ready) return Error{"E_GZIP_DAMAGED", words::say<"cli.gzip_start">(), ""};
  z_stream& stream = state.stream;
  stream.next_in = const_cast<Bytef*>(bytes.data());  // zlib does not write to its input
  stream.avail_in = static_cast<uInt>(bytes.size());
  state.taken += bytes.size();
  bool more = true;
  while (!state.ended && (stream.avail_in > 0 || more)) {
    if (!state.in_member) {
      if (stream.avail_in == 0) break;
      state.ended = *stream.next_in != 0x1F || inflateReset(&stream) != Z_OK;
      if (state.ended) break;
      state.in_member = true;
    }
    stream.next_out = state.out.data();
    stream.avail_out = static_cast<uInt>(state.out.size());
    const int code = inflate(&stream, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
      return Error{"E_GZIP_DAMAGED", words::say<"cli.gzip_damaged">({{"byte", state.given}}), ""};
    const std::size_t count = state.out.size() - stream.avail_out;
    more = stream.avail_out == 0;  // zlib may hold more than fitted
    state.given += count;
    if (state.given > largest_inflated ||
        (state.given > ratio_matters_from && state.given / largest_ratio > state.taken))
      return Error{"E_GZIP_BOMB", words::say<"cli.gzip_bomb">({{"times", largest_ratio}}), ""};
    if (count > 0)
      if (const Status status = on_slice(std::span(state.out).first(count)); !status) return status;
    if (code == Z_STREAM_END) state.in_member = false, more = false;
    if (code == Z_BUF_ERROR && count == 0) break;
  }
  return success();
}

Status GzipStream::finish() const {
  if (!state_->in_member) return success();
  return Error{"E_GZIP_DAMAGED", words::say<"cli.gzip_ends">({{"byte", state_->given}}), ""};
}

}  // namespace attune::cli
