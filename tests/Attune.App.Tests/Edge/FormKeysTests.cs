using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Attune.App.Hosting;
using Attune.App.Tests.Support;
using Attune.Method.Catalogue;
using Attune.Practice.Records;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Attune.App.Tests.Edge;

/// <summary>A half-filled form outlives a restart: the keys of its tokens lie in the record. The programs here are built and not started.</summary>
public sealed class FormKeysTests : IDisposable
{
    private const string Purpose = "a test";

    private readonly string _folder = RunningHost.NewFolder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FormToken_OfAPartner_IsStillGoodAfterRestartAndUnsealing()
    {
        (string Cookie, string Field) sent;
        await using (var first = await Program.NewAsync(_folder))
            sent = first.Token(PartnersClaims());

        await using var second = Program.Over(_folder);
        await Assert.ThrowsAsync<AntiforgeryValidationException>(() => second.ValidateAsync(PartnersClaims(), sent));
        Assert.True(await second.Door.UnsealAsync(RunningHost.Passphrase, Cancel));

        await second.ValidateAsync(PartnersClaims(), sent);
        await Assert.ThrowsAsync<AntiforgeryValidationException>(() => second.ValidateAsync(TherapistsClaims(), sent));
    }

    [Fact]
    public async Task FormToken_MadeWhileSealed_IsGoodAfterUnsealing()
    {
        await (await Program.NewAsync(_folder)).DisposeAsync();
        await using var program = Program.Over(_folder);
        var sent = program.Token(new ClaimsPrincipal());

        await program.Door.UnsealAsync(RunningHost.Passphrase, Cancel);

        await program.ValidateAsync(new ClaimsPrincipal(), sent);
    }

    [Fact]
    public async Task Protected_BeforeSealing_CanBeReadAfterUnsealingAndNotBetween()
    {
        await using var program = await Program.NewAsync(_folder);
        var box = program.Protector.Protect(Utf8("kept"));

        program.Door.Seal();
        Assert.Throws<CryptographicException>(() => program.Protector.Unprotect(box));
        await program.Door.UnsealAsync(RunningHost.Passphrase, Cancel);

        Assert.Equal(Utf8("kept"), program.Protector.Unprotect(box));
    }

    [Fact]
    public async Task Protected_ByAnotherPractice_CannotBeRead()
    {
        var elsewhere = RunningHost.NewFolder();
        await using var other = await Program.NewAsync(elsewhere);
        await using var own = await Program.NewAsync(_folder);

        Assert.Throws<CryptographicException>(() => own.Protector.Unprotect(other.Protector.Protect(Utf8("theirs"))));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task Keys_OfForms_AreNotReadableInTheFolder()
    {
        await using (var program = await Program.NewAsync(_folder))
            program.Protector.Protect(Utf8("x"));

        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancel);
            Assert.True(bytes.AsSpan().IndexOf("masterKey"u8) < 0 && bytes.AsSpan().IndexOf("form-keys"u8) < 0, file);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static ClaimsPrincipal PartnersClaims() =>
        new(new ClaimsIdentity([new("couple", "c"), new("partner", "A"), new("session", "3")], "attune"));

    private static ClaimsPrincipal TherapistsClaims() => new(new ClaimsIdentity([new("therapist", "t")], "attune"));

    private sealed class Program : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Program(PracticeDoor door) => (Door, _app) = (door, AttuneHost.Build(door, "http://127.0.0.1:0", MethodCatalogue.BuiltIn));

        public PracticeDoor Door { get; }

        public IDataProtector Protector => _app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

        public static async Task<Program> NewAsync(string folder)
        {
            var door = RunningHost.DoorTo(folder);
            await door.CreateAsync("Robin", RunningHost.Passphrase, Cancel);
            return new Program(door);
        }

        public static Program Over(string folder)
        {
            var door = RunningHost.DoorTo(folder);
            door.Look();
            return new Program(door);
        }

        public (string Cookie, string Field) Token(ClaimsPrincipal user)
        {
            var tokens = _app.Services.GetRequiredService<IAntiforgery>().GetTokens(Request(user));
            return (tokens.CookieToken!, tokens.RequestToken!);
        }

        public async Task ValidateAsync(ClaimsPrincipal user, (string Cookie, string Field) sent)
        {
            var http = Request(user);
            http.Request.Method = HttpMethods.Post;
            http.Request.Headers.Cookie = $"attune-form={sent.Cookie}";
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Form = new FormCollection(new() { ["__RequestVerificationToken"] = sent.Field });
            await _app.Services.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await Door.DisposeAsync();
        }

        private DefaultHttpContext Request(ClaimsPrincipal user) => new() { RequestServices = _app.Services, User = user };
    }
}
