using System.Security.Cryptography;
using Attune.Practice.Records;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Attune.App.Edge;

/// <summary>
/// Protects form tokens with a key in memory while the record is sealed, and with keys that lie in the record once it is open: so a half-filled form
/// outlives a restart, and nothing lies readable in a folder. What either key made can be read.
/// </summary>
internal sealed class SealAwareProtection(PracticeDoor door, ILoggerFactory logging) : IDataProtectionProvider
{
    private readonly EphemeralDataProtectionProvider _memory = new(logging);
    private readonly Lock _turn = new();
    private IDataProtectionProvider? _record;
    private int _opening;

    public IDataProtector CreateProtector(string purpose) => new Protector(this, [purpose]);

    private IDataProtectionProvider? Record()
    {
        if (door.State != DoorState.Open)
            return null;
        lock (_turn)
        {
            if (_record is null || _opening != door.Opening)
                (_record, _opening) = (Make(), door.Opening);
            return _record;
        }
    }

    private IDataProtectionProvider Make()
    {
        var services = new ServiceCollection();
        services.AddSingleton(logging);
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("attune");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(keys =>
        {
            keys.XmlRepository = new RecordedKeys(door);
            // The record encrypts them already, under the root key.
            keys.XmlEncryptor = null;
        }));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    private sealed class Protector(SealAwareProtection owner, string[] purposes) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(owner, [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext) => (owner.Record() ?? owner._memory).CreateProtector(purposes).Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData)
        {
            if (owner.Record() is { } record)
            {
                try
                {
                    return record.CreateProtector(purposes).Unprotect(protectedData);
                }
                catch (CryptographicException)
                {
                    // Made before the record was opened: the key in memory decides.
                }
            }

            return owner._memory.CreateProtector(purposes).Unprotect(protectedData);
        }
    }
}
