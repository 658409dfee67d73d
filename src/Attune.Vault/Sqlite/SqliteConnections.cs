using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Attune.Vault;

/// <summary>Opens connections and asserts what makes a commit durable and an erasure real: a pragma that does not read back as set is an error.</summary>
internal static class SqliteConnections
{
    /// <summary>
    /// A connection that changes nothing, to look at what the file is. Where there is no journal the file is read as it stands, so that not even
    /// SQLite's own side files appear (a folder that may not be written can be looked at too).
    /// </summary>
    public static SqliteConnection Look(string file, TimeSpan busyWait)
    {
        var connection = Connect(File.Exists(file + "-wal") ? file : Uri(file) + "?immutable=1", SqliteOpenMode.ReadOnly);
        Execute(connection, $"pragma busy_timeout = {(int)busyWait.TotalMilliseconds}");
        return connection;
    }

    public static SqliteConnection Open(string file, SqliteTuning tuning, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = Connect(file, tuning.ReadOnly ? SqliteOpenMode.ReadOnly : mode);
        try
        {
            Set(connection, file, "busy_timeout", ((int)tuning.BusyWait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
            Set(connection, file, "journal_mode", "wal");
            Set(connection, file, "synchronous", tuning.Synchronous, tuning.Synchronous == "FULL" ? "2" : "0");
            Set(connection, file, "secure_delete", "on", "1");
            Set(connection, file, "temp_store", "memory", "2");
            Set(connection, file, "trusted_schema", "off", "0");
            Set(connection, file, "cell_size_check", "on", "1");
            if (OperatingSystem.IsMacOS())
            {
                Set(connection, file, "fullfsync", "on", "1");
                Set(connection, file, "checkpoint_fullfsync", "on", "1");
            }
            if (tuning.CheckpointPages is { } pages) Execute(connection, $"pragma wal_autocheckpoint = {pages}");
            if (tuning.MostPages is { } most) Execute(connection, $"pragma max_page_count = {most}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        // SQLite's own busy handler waits; the library's loop behind it only polls, so it gets the least time it can have (0 would be for ever).
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Escaped by hand: <see cref="System.Uri"/> leaves a percent sign of the path as it is.</summary>
    private static string Uri(string file) =>
        $"file:///{string.Join('/', file.Split(Path.DirectorySeparatorChar).Select(System.Uri.EscapeDataString)).TrimStart('/')}";

    private static void Set(SqliteConnection connection, string file, string pragma, string value, string? reads = null)
    {
        Execute(connection, $"pragma {pragma} = {value}");
        var now = Convert.ToString(Scalar(connection, $"pragma {pragma}"), CultureInfo.InvariantCulture);
        if (now != (reads ?? value))
            throw new VaultException(VaultFaultKind.ReadOnly,
                $"The disk of {file} does not allow safe writing ({pragma} is {now}, not {reads ?? value}). Move the folder to a local disk of this computer.");
    }
}
