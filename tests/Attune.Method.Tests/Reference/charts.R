# Limits of individuals charts, whole series, by plain formulas: Rscript charts.R > charts.csv (R 4.x), by hand, not in the build.
# The flow rates are those of the NIST/SEMATECH e-Handbook, the worked series that of the method's facts (made up).
set.seed(7)
series <- list(
  flow = c(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1),
  worked = c(5.4, 5.6, 5.5, 5.8, 4.3, 5.6, 5.7, 5.9, 5.8, 4.9, 4.6, 4.2, 5.0, 5.8, 6.0, 6.1),
  constant = rep(7, 6),
  four = c(6, 5, 6, 2),
  thirds = pmin(7, pmax(1, round(3 * (5.5 + .5 * rnorm(30))) / 3)),
  dip = c(rep(c(5.5, 4.5), 12), 1, rep(c(5.5, 4.5), 3)))
cat("series,values,centre,sigma,lower,upper,median_sigma,below_three,below_two\n")
for (name in names(series)) {
  x <- series[[name]]
  ranges <- abs(diff(x))
  sigma <- mean(ranges) / 1.128
  low <- function(k) paste(which(x < mean(x) - k * sigma - 1e-9), collapse = " ")
  cat(paste(name, paste(format(x, digits = 17, trim = TRUE), collapse = " "),
    paste(format(c(mean(x), sigma, mean(x) - 3 * sigma, mean(x) + 3 * sigma, median(ranges) / .954), digits = 17, trim = TRUE), collapse = ","),
    low(3), low(2), sep = ","), "\n", sep = "")
}
