-- Format 2. What comes in while something goes on, row by row, until it is folded into log and recordings in one transaction and goes away.
-- parts: for each data key its id (16 bytes), a nonce (12), the length of the ciphertext (4, big endian) and the ciphertext.
create table journal_row (
  journal_id  blob    not null check (length(journal_id) = 16),
  number      integer not null,
  parts       blob    not null,
  primary key (journal_id, number)
) strict, without rowid;
