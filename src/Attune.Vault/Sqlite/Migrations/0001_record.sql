-- Format 1. What is plain here, a thief of the folder can read: README.md says what that tells.

create table practice (
  one      integer primary key check (one = 1),
  format   integer not null,
  practice blob    not null check (length(practice) = 16)
) strict;

-- A root or compartment key under what a person knows. holder: the practice's id for the root, else the compartment's.
create table key_wrap (
  holder      blob    not null check (length(holder) = 16),
  kind        integer not null,           -- 1 passphrase or secret (Argon2id), 2 recovery code (HKDF)
  salt        blob    not null,
  memory_kib  integer not null,
  iterations  integer not null,
  nonce       blob    not null check (length(nonce) = 12),
  ciphertext  blob    not null,
  checksum    blob    not null,           -- SHA-256 of the columns above: tells a damaged row from a wrong passphrase
  primary key (holder, kind)
) strict, without rowid;

-- A data key under the root or a compartment (holder). Once erased, the ciphertext is a sealed tombstone.
create table subject_key (
  key_id      blob    primary key check (length(key_id) = 16),
  case_id     blob    not null check (length(case_id) = 16),
  holder      blob    not null check (length(holder) = 16),
  erased      integer not null,
  nonce       blob    not null check (length(nonce) = 12),
  ciphertext  blob    not null
) strict, without rowid;

create index subject_key_of_case on subject_key (case_id);

create table log_row (
  case_id     blob    not null check (length(case_id) = 16),
  number      integer not null,
  key_id      blob    not null,
  nonce       blob    not null,
  ciphertext  blob    not null,
  primary key (case_id, number)
) strict, without rowid;

create table recording_row (
  recording_id blob   not null check (length(recording_id) = 16),
  number      integer not null,
  key_id      blob    not null,
  nonce       blob    not null,
  ciphertext  blob    not null,
  primary key (recording_id, number)
) strict;

-- case_id is the practice's id for the practice's own chain; key_id is zero (the audit key under the root).
create table audit_row (
  case_id     blob    not null check (length(case_id) = 16),
  number      integer not null,
  key_id      blob    not null,
  nonce       blob    not null,
  ciphertext  blob    not null,
  primary key (case_id, number)
) strict, without rowid;

-- Where each chain ends: count and hash, encrypted; written in the same transaction as the rows. kind: 1 log, 2 recording, 3 audit.
create table head (
  kind        integer not null,
  chain_id    blob    not null check (length(chain_id) = 16),
  nonce       blob    not null,
  ciphertext  blob    not null,
  primary key (kind, chain_id)
) strict, without rowid;

-- Named values. shelf: 1 drawer (name = HMAC of the name), 2 links (name = SHA-256 of the token), 3 the head of heads.
create table box (
  shelf       integer not null,
  name        blob    not null check (length(name) = 32),
  nonce       blob    not null,
  ciphertext  blob    not null,
  primary key (shelf, name)
) strict, without rowid;
