namespace Attune.Vault.Tests;

public sealed class KeyringTests
{
    [Fact]
    public void Seal_KeysInMemory_AreZeroed()
    {
        var practice = Guid.NewGuid();
        var (compartment, subject) = (SecretBytes.Random(), SecretBytes.Random());
        using var keyring = new Keyring();
        using (var root = SecretBytes.Random()) keyring.Unseal(root, practice);
        var held = keyring.Use(keys =>
        {
            keys.Open(Guid.NewGuid(), compartment);
            keys.Keep(Guid.NewGuid(), new SubjectSecret(subject, "A"));
            return keys.Root;
        });
        SecretBytes[] secrets =
            [compartment, subject, .. typeof(RootKeys).GetProperties().Where(p => p.PropertyType == typeof(SecretBytes)).Select(p => (SecretBytes)p.GetValue(held)!)];
        Assert.All(secrets, secret => Assert.True(secret.Span.ContainsAnyExcept((byte)0)));
        Assert.Equal(secrets.Length, secrets.DistinctBy(secret => Convert.ToHexString(secret.Span)).Count());

        keyring.Seal();

        Assert.All(secrets, secret => Assert.False(secret.Span.ContainsAnyExcept((byte)0)));
        Assert.Equal(VaultFaultKind.Sealed, Assert.Throws<VaultException>(() => keyring.Use(keys => keys)).Kind);
    }

    /// <summary>Sealing while somebody encrypts waits: a key of zeros must never encrypt anything.</summary>
    [Fact]
    public async Task Seal_KeysInUse_WaitsForThem()
    {
        using var keyring = new Keyring();
        using (var root = SecretBytes.Random()) keyring.Unseal(root, Guid.NewGuid());
        using var inUse = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var use = Task.Run(() => keyring.Use(keys =>
        {
            inUse.Set();
            goOn.Wait(TestRecord.Cancel);
            return keys.Root.Heads.Span.ContainsAnyExcept((byte)0);
        }), TestRecord.Cancel);
        inUse.Wait(TestRecord.Cancel);

        var seal = Task.Run(keyring.Seal, TestRecord.Cancel);
        await Task.Delay(20, TestRecord.Cancel); // let it try
        Assert.False(seal.IsCompleted);
        goOn.Set();

        Assert.True(await use);
        await seal;
        Assert.True(keyring.IsSealed);
    }
}
