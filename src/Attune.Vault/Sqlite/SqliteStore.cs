using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Attune.Vault;

/// <summary>The record in one SQLite file of one folder.</summary>
internal sealed class SqliteStore : IRecordStore
{
    public const string FileName = "attune.db";

    private readonly SqliteTuning _tuning;
    private readonly SqliteSession _writer;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private volatile bool _disposed;

    private SqliteStore(string file, Guid practice, SqliteTuning tuning)
    {
        (Place, PracticeId, _tuning) = (file, practice, tuning);
        _writer = NewSession();
    }

    public string Place { get; }

    public Guid PracticeId { get; }

    public static bool Exists(string folder)
    {
        string file = FileIn(folder);
        if (!File.Exists(file)) return false;
        Identify(file, SqliteTuning.Default);
        return true;
    }

    public static SqliteStore Open(string folder, SqliteTuning tuning)
    {
        string file = FileIn(folder);
        if (!File.Exists(file)) throw Faults.Missing(file);
        var (format, practice) = Identify(file, tuning);
        if (format < SqliteMigrations.Newest) Migrate(file, format, tuning);
        return Guarded(file, () => new SqliteStore(file, practice, tuning));
    }

    /// <summary>
    /// Makes the file under another name and moves it into place when it is whole and on the disk: a creation that dies leaves no half record.
    /// </summary>
    public static void Create(string folder, Guid practice, Action<IRecordWriter> first)
    {
        string file = FileIn(folder);
        RefuseExisting(folder);
        string making = $"{file}.{practice:N}.new";
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Guarded(file, () => Make(making, practice, first));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(making, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(making, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw Faults.AlreadyThere(file);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new VaultException(
                VaultFaultKind.ReadOnly, $"{folder} may not be written. Give this account the right to write there, or choose another folder.", error);
        }
        finally
        {
            if (File.Exists(making)) File.Delete(making);
        }
    }

    public static void RefuseExisting(string folder)
    {
        if (File.Exists(FileIn(folder))) throw Faults.AlreadyThere(FileIn(folder));
    }

    public T Read<T>(Func<IRecordReader, T> look)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Guarded(Place, () =>
        {
            var session = _readers.TryTake(out var idle) ? idle : NewSession();
            try
            {
                session.Execute("begin");
                var seen = look(session);
                session.Execute("commit");
                _readers.Add(session);
                if (_disposed) CloseReaders();
                return seen;
            }
            catch
            {
                session.Dispose(); // its transaction ends with it
                throw;
            }
        });
    }

    public void Write(Action<IRecordWriter> change) => Guarded(Place, () =>
    {
        _writer.Execute("begin immediate");
        try
        {
            change(_writer);
            _writer.Execute("commit");
        }
        catch
        {
            RollBack();
            throw;
        }
        return true;
    });

    public bool TryScrub() => Guarded(Place, _writer.TruncateLog);

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        CloseReaders();
        _writer.Dispose();
    }

    private static string FileIn(string folder) => Path.Combine(Path.GetFullPath(folder), FileName);

    private static bool Make(string file, Guid practice, Action<IRecordWriter> first)
    {
        using var connection = SqliteConnections.Open(file, SqliteTuning.Default, SqliteOpenMode.ReadWriteCreate);
        using var session = new SqliteSession(connection, file);
        session.Execute("begin immediate");
        SqliteMigrations.Apply(connection, from: 0);
        session.Execute(
            "insert into practice (one, format, practice) values (1, $1, $2)", (long)SqliteMigrations.Newest, practice.ToByteArray(bigEndian: true));
        first(session);
        session.Execute("commit");
        return true;
    }

    private static void Migrate(string file, long from, SqliteTuning tuning) => Guarded(file, () =>
    {
        using var connection = SqliteConnections.Open(file, tuning);
        using var session = new SqliteSession(connection, file);
        session.Execute("begin immediate");
        SqliteMigrations.Apply(connection, from);
        session.Execute("update practice set format = $1", (long)SqliteMigrations.Newest);
        session.Execute("commit");
        return true;
    });

    private static (long Format, Guid Practice) Identify(string file, SqliteTuning tuning) => Guarded(file, () =>
    {
        using var connection = SqliteConnections.Look(file, tuning.BusyWait);
        if (SqliteConnections.Scalar(connection, "select format from practice") is not long format || format < 1)
            throw Faults.Damaged(file, "it does not say which format it has");
        if (format > SqliteMigrations.Newest) throw Faults.NewerFormat(file, format, SqliteMigrations.Newest);
        if (SqliteConnections.Scalar(connection, "select practice from practice") is not byte[] { Length: 16 } id)
            throw Faults.Damaged(file, "it does not say whose it is");
        return (format, new Guid(id, bigEndian: true));
    });

    private static T Guarded<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.Map(error, file);
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or OverflowException)
        {
            throw Faults.Damaged(file, "a column does not hold what it should", error);
        }
    }

    private SqliteSession NewSession() => new(SqliteConnections.Open(Place, _tuning), Place);

    private void RollBack()
    {
        try
        {
            _writer.Execute("rollback");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back itself (full disk, damaged file); the first error is the one to tell.
        }
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var session)) session.Dispose();
    }
}
