// The C peer of the reference material, extended to what our national run tells: every cell of the controlled run, and the quantiles 10, 50
// and 90 of the total of each area and year. Its own arithmetic, shocks and generator are left as they are.
//   gcc -O3 -march=native -fopenmp -I <folder of k.c> national.c -lm;  run in that folder: ./a.out <draws> <file for the cells>
#define main peer_main
#include "k.c"
#undef main

static void swap(double *a, double *b) {
  double t = *a;
  *a = *b;
  *b = t;
}

// Hoare's selection: afterwards v[k] is the k-th smallest, nothing smaller to its right.
static double nth(double *v, int lo, int hi, int k) {
  while (lo < hi) {
    int mid = lo + (hi - lo) / 2;
    if (v[mid] < v[lo]) swap(v + mid, v + lo);
    if (v[hi] < v[lo]) swap(v + hi, v + lo);
    if (v[hi] < v[mid]) swap(v + hi, v + mid);
    double pivot = v[mid];
    int i = lo, j = hi;
    while (i <= j) {
      while (v[i] < pivot) i++;
      while (v[j] > pivot) j--;
      if (i <= j) swap(v + i++, v + j--);
    }
    if (k <= j) hi = j;
    else if (k >= i) lo = i;
    else break;
  }
  return v[k];
}

static void controlled(const char *file) {
  FILE *out = fopen(file, "wb");
  double(*P)[2][A] = malloc(sizeof base), (*Q)[2][A] = malloc(sizeof base);
  memcpy(P, base, sizeof base);
  for (int t = 0; t < S; t++) {
    double sum[2][A] = {{0}};
    for (int i = 0; i < N; i++) {
      step(P[i], Q[i], ccr[t][i], cwr[t][i], sr[t], 1.0);
      for (int s = 0; s < 2; s++)
        for (int a = 0; a < A; a++) sum[s][a] += Q[i][s][a];
    }
    for (int i = 0; i < N; i++)
      for (int s = 0; s < 2; s++)
        for (int a = 0; a < A; a++) Q[i][s][a] *= sum[s][a] > 0 ? nat[t + 1][s][a] / sum[s][a] : 1;
    fwrite(Q, sizeof base, 1, out);
    void *x = P;
    P = Q;
    Q = x;
  }
  fclose(out);
  free(P);
  free(Q);
}

static double found[N][S][3];

int main(int argc, char **argv) {
  int D = argc > 1 ? atoi(argv[1]) : 1000;
  rd("base.f64", base, sizeof base);
  rd("ccr.f64", ccr, sizeof ccr);
  rd("cwr.f64", cwr, sizeof cwr);
  rd("sr.f64", sr, sizeof sr);
  rd("nat.f64", nat, sizeof nat);
  if (argc > 2) controlled(argv[2]);
  double t0 = omp_get_wtime();
#pragma omp parallel
  {
    double *total = malloc(sizeof(double) * S * D);
#pragma omp for schedule(static)
    for (int i = 0; i < N; i++) {
      rng r = {{i * 2654435761u + 1, 2, 3, 4}};
      for (int z = 0; z < 20; z++) nx(&r);
      double sg = 0.02 + 2 / sqrt(1 + 50000.0);
      for (int d = 0; d < D; d++) {
        double P[2][A], Q[2][A];
        memcpy(P, base[i], sizeof P);
        double m = 0, f = 0, v = 0;
        for (int t = 0; t < S; t++) {
          m = .7 * m + sg * gauss(&r);
          f = .7 * f + .05 * gauss(&r);
          v = .7 * v + .002 * gauss(&r);
          step(P, Q, ccr[t][i], cwr[t][i] * (1 + f), sr[t], 1 + m + v);
          memcpy(P, Q, sizeof P);
          double sum = 0;
          for (int a = 0; a < A; a++) sum += P[0][a] + P[1][a];
          total[t * D + d] = sum;
        }
      }
      for (int t = 0; t < S; t++) {
        double *v = total + t * D;
        int low = (D + 9) / 10 - 1, mid = (D + 1) / 2 - 1, high = (9 * D + 9) / 10 - 1;
        found[i][t][1] = nth(v, 0, D - 1, mid);
        found[i][t][0] = nth(v, 0, mid, low);
        found[i][t][2] = nth(v, mid, D - 1, high);
      }
    }
    free(total);
  }
  double took = omp_get_wtime() - t0, sum = 0;
  for (int i = 0; i < N; i++)
    for (int t = 0; t < S; t++) sum += found[i][t][0] + found[i][t][1] + found[i][t][2];
  printf("{\"seconds\": %.6f, \"threads\": %d, \"sum\": %.6g}\n", took, omp_get_max_threads(), sum);
  return 0;
}
