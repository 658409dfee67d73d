using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Attune.Vault;

/// <summary>The numbered steps from an empty file to the newest format; a file's format is the number of its last step.</summary>
internal static class SqliteMigrations
{
    private const string Prefix = "Attune.Vault.Sqlite.Migrations.";

    private static readonly (int Number, string Resource)[] Steps =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Prefix.Length, 4), System.Globalization.CultureInfo.InvariantCulture), name))
            .Order()];

    public static int Newest { get; } = Steps[^1].Number;

    /// <summary>Applies every step after <paramref name="from"/>, inside the caller's transaction.</summary>
    public static void Apply(SqliteConnection connection, long from)
    {
        foreach (var (number, resource) in Steps)
        {
            if (number <= from) continue;
            using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
            SqliteConnections.Execute(connection, text.ReadToEnd());
        }
    }
}
