# Expected bounds of kappa: run as  Rscript agreement_intervals.R > kappa-intervals.csv   (R 4.2, psych; versions in the first rows)
# Cohen's kappa by psych::cohen.kappa over tables of two raters (weighted ones: kappa_weighted.py). Fleiss' kappa by its definition, with a standard error from
# numerical derivatives over the weights of the targets (the infinitesimal jackknife, times n / (n - 1)), which knows nothing of the program's formula.
suppressMessages(library(psych))
cat("name,what,value\n")
cat("versions,R,", R.version$major, ".", R.version$minor, "\n", sep = "")
cat("versions,psych,", as.character(packageVersion("psych")), "\n", sep = "")
put <- function(name, what, value) cat(paste(name, what, paste(format(value, digits = 15, trim = TRUE), collapse = " "), sep = ","), "\n", sep = "")
ratings <- function(table) paste(apply(table, 1, function(row) paste(row, collapse = " ")), collapse = "/")
set.seed(20261124)
two <- function(n, codes, noise) { a <- sample(codes, n, TRUE); b <- ifelse(runif(n) < noise, sample(codes, n, TRUE), a); cbind(a, b) }
tables <- list(small = two(20, 1:3, .3), middle = two(60, 1:5, .5), large = two(400, 1:7, .4),
               book = rbind(matrix(rep(c(1, 1), 20), ncol = 2, byrow = TRUE), matrix(rep(c(1, 2), 5), ncol = 2, byrow = TRUE),
                            matrix(rep(c(2, 1), 10), ncol = 2, byrow = TRUE), matrix(rep(c(2, 2), 15), ncol = 2, byrow = TRUE)))
for (name in names(tables)) {
  t <- tables[[name]]
  put(name, "ratings", ratings(t))
  unweighted <- cohen.kappa(t)
  put(name, "CohensKappa", c(unweighted$kappa, sqrt(unweighted$var.kappa)))
}
fleiss <- function(t, w) {
  k <- sort(unique(c(t))); r <- ncol(t); counts <- sapply(k, function(code) rowSums(t == code)); w <- w / sum(w)
  po <- sum(w * rowSums(counts * (counts - 1)) / r / (r - 1)); p <- colSums(w * counts) / r
  (po - sum(p^2)) / (1 - sum(p^2))
}
for (n in c(15, 80)) {
  truth <- sample(1:4, n, TRUE)
  t <- sapply(1:5, function(i) ifelse(runif(n) < .45, sample(1:4, n, TRUE), truth))
  one <- rep(1 / n, n); h <- 1e-5
  d <- sapply(1:n, function(i) { e <- as.numeric(1:n == i); (fleiss(t, (1 - h) * one + h * e) - fleiss(t, (1 + h) * one - h * e)) / (2 * h) })
  put(paste0("fleiss-", n), "ratings", ratings(t))
  put(paste0("fleiss-", n), "FleissKappa", c(fleiss(t, one), sqrt(sum(d^2) / n / (n - 1))))
}
