using Microsoft.Data.Sqlite;

namespace Attune.Vault;

/// <summary>The one place where SQLite's errors become ours.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26;
    private const int SharedMemorySize = IoError | (19 << 8);

    public static VaultException Map(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        Full => DiskFull(error, file),
        IoError when error.SqliteExtendedErrorCode == SharedMemorySize => DiskFull(error, file),
        ReadOnly => MayNotWrite(error, file),
        CantOpen when !File.Exists(file) => Faults.Missing(file),
        CantOpen => MayNotWrite(error, file),
        Busy or Locked => new VaultException(VaultFaultKind.Busy,
            $"Another program holds {file}. Close it, or wait until its backup or copy has ended, and try again.", error),
        NotADatabase => Faults.Damaged(file, "the file is not a record, or its first bytes were changed", error),
        Corrupt => Faults.Damaged(file, "the file does not hold together", error),
        IoError => Faults.Damaged(file, $"the disk answered with an error ({error.SqliteExtendedErrorCode})", error),
        _ => Faults.Damaged(file, $"the file does not have the tables of a record (SQLite {error.SqliteErrorCode})", error),
    };

    private static VaultException DiskFull(SqliteException error, string file) => new(VaultFaultKind.DiskFull,
        $"The disk that holds {file} is full. What was acknowledged before is safe; make room and try again.", error);

    private static VaultException MayNotWrite(SqliteException error, string file) => new(VaultFaultKind.ReadOnly,
        $"{file} or its folder may not be written. Give this account the right to write there, or move the folder to a disk that allows it.", error);
}
