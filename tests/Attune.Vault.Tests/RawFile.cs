using Microsoft.Data.Sqlite;

namespace Attune.Vault.Tests;

/// <summary>The hand of a thief or an accident: works on the file past the record.</summary>
internal static class RawFile
{
    public static void Execute(string file, string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    public static object? Scalar(string file, string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
