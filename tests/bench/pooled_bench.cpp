// usage: bench_pooled [HEARTS]: how often the 95 % intervals of a visit's RMSSD, SDNN and mean interval (hrv/pooled.hpp)
// hold the truth, on HEARTS (2000) simulated hearts each of 4, 10 and 20 epochs whose scatter differs from epoch to
// epoch and which have slow waves. The truth of RMSSD and of the mean follows from how they are drawn, that of SDNN, which
// grows with the length, is its root mean square over all hearts.
#include <cstdio>
#include <cstdlib>

#include "../core/pooled_cover.hpp"

using namespace attune;

int main(int argc, char** argv) {
  const int hearts = argc > 1 ? std::max(2, std::atoi(argv[1])) : 2000;
  std::printf("95 %% intervals that hold the truth, %d simulated hearts\n", hearts);
  for (const int epochs : {4, 10, 20}) {
    std::vector<hrv::PooledTimeDomain> drawn;
    double square = 0;
    for (int i = 0; i < hearts; ++i) {
      drawn.push_back(test::drawn_heart(epochs, 1 + static_cast<std::uint64_t>(i)));
      square += drawn.back().sdnn_ms.value.value_or(0) * drawn.back().sdnn_ms.value.value_or(0);
    }
    test::Cover rmssd, sdnn, mean;
    for (const hrv::PooledTimeDomain& heart : drawn) {
      rmssd.add(heart.rmssd_ms, test::drawn_rmssd_ms());
      sdnn.add(heart.sdnn_ms, std::sqrt(square / hearts));
      mean.add(heart.mean_nn_ms, test::drawn_mean_ms);
    }
    std::printf("  %2d epochs: RMSSD %.1f %%, SDNN %.1f %%, mean interval %.1f %%\n", epochs, rmssd.percent(),
                sdnn.percent(), mean.percent());
  }
  return 0;
}
