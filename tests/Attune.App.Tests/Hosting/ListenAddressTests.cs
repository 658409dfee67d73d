using Attune.App.Hosting;
using Attune.Practice.Refusals;

namespace Attune.App.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://localhost:5280", "http://localhost:5280")]
    [InlineData("http://localhost:5280/", "http://localhost:5280")]
    [InlineData("http://127.0.0.1:5281", "http://127.0.0.1:5281")]
    [InlineData("http://[::1]:5281", "http://[::1]:5281")]
    [InlineData("http://localhost:0", "http://127.0.0.1:0")]
    public void Read_AddressOfThisMachine_IsWhatTheServerWants(string urls, string address) => Assert.Equal(address, ListenAddress.Read(urls));

    [Theory]
    [InlineData("")]
    [InlineData("http://*:5280")]
    [InlineData("http://192.168.0.7:5280")]
    [InlineData("http://attune.example:5280")]
    [InlineData("http://localhost:5280;http://localhost:5281")]
    [InlineData("http://localhost:5280/attune")]
    public void Read_AnythingElse_IsRefusedWithWhatWasTyped(string urls) =>
        Assert.Contains(urls, Assert.Throws<RefusedException>(() => ListenAddress.Read(urls)).Message, StringComparison.Ordinal);
}
