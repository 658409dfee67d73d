namespace Attune.House.Tests;

/// <summary>The rooms and their one direction, read from the compiled assemblies.</summary>
public sealed class ArrowTests
{
    private static readonly References ThisAssembly = References.Of(typeof(ArrowTests).Assembly.Location);

    public static TheoryData<string> Rooms => [.. Room.All.Select(room => room.Name)];

    [Theory, MemberData(nameof(Rooms))]
    public void References_OfEachRoom_FollowTheArrows(string room) =>
        Assert.Empty(Rules.ForbiddenRooms(References.Of(Room.Named(room)), Room.Named(room).MayUse));

    [Fact]
    public void References_SpecimenThatUsesVault_IsCaughtByAssemblyAndByType()
    {
        var found = Rules.ForbiddenRooms(ThisAssembly, Room.Named("App").MayUse);

        Assert.Contains("Attune.House.Tests refers to Attune.Vault", found);
        Assert.Contains("Attune.House.Tests uses Attune.Vault.AppendOutcome+Appended", found);
    }

    [Fact]
    public void References_SpecimenWhereVaultIsAllowed_IsNotCaught() =>
        Assert.Empty(Rules.ForbiddenRooms(ThisAssembly, ["Attune.Vault", "Attune.Method"]));

    [Theory, MemberData(nameof(Rooms))]
    public void ProjectFile_OfEachRoom_NamesOnlyWhatTheArrowsAllow(string room) =>
        Assert.Empty(ProjectReferences(Tree.Read($"src/Attune.{room}/Attune.{room}.csproj")).Except(Room.Named(room).MayUse.Select(name => $"{name}.csproj")));

    [Fact]
    public void ProjectFile_SpecimenThatNamesVault_IsCaught() =>
        Assert.Equal(["Attune.Vault.csproj"], ProjectReferences("""<ProjectReference Include="../Attune.Vault/Attune.Vault.csproj" />"""));

    [Fact]
    public void Rooms_FoldersOfTheTree_AreAllUnderTheRule() =>
        Assert.Equal(
            Room.All.Select(room => $"Attune.{room.Name}").Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Path.Combine(Tree.Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    // The pages cannot see the record, but the program must carry it: a reference left out of deps.json is found only at run time.
    [Theory, MemberData(nameof(Rooms))]
    public void Program_AsBuilt_CarriesEveryRoom(string room) =>
        Assert.Contains($"\"{Room.Named(room).Assembly}.dll\"", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "attune.deps.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Method")]
    [InlineData("Signals")]
    public void PureRooms_Always_TouchNoFileNetworkOrClock(string room) => Assert.Empty(Rules.Impurities(References.Of(Room.Named(room))));

    [Theory]
    [InlineData("Attune.House.Tests uses System.IO.File")]
    [InlineData("Attune.House.Tests uses System.Net.Http.HttpClient")]
    [InlineData("Attune.House.Tests uses System.Diagnostics.Stopwatch")]
    [InlineData("Attune.House.Tests calls System.TimeProvider.get_System")]
    [InlineData("Attune.House.Tests calls System.Environment.get_MachineName")]
    public void PureRooms_ImpureSpecimen_IsCaught(string expected) => Assert.Contains(expected, Rules.Impurities(ThisAssembly));

    [Theory]
    [InlineData("Orleans.Grain")]
    [InlineData("Microsoft.Data.Sqlite.SqliteConnection")]
    [InlineData("System.Console")]
    public void PureRooms_SpecimenType_IsCaught(string type) => Assert.NotEmpty(Rules.Impurities(new("Specimen", [], [type], [])));

    [Theory]
    [InlineData("System.IO.Stream")]
    [InlineData("System.IO.StringReader")]
    [InlineData("System.TimeSpan")]
    [InlineData("System.TimeProvider")]
    public void PureRooms_HarmlessType_IsLetThrough(string type) => Assert.Empty(Rules.Impurities(new("Specimen", [], [type], [])));

    private static IEnumerable<string> ProjectReferences(string project) =>
        project.Split('\n').Where(line => line.Contains("<ProjectReference", StringComparison.Ordinal)).Select(line => line.Split('"')[1].Split('/')[^1]);
}
