using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Attune.Method.Cases;
using Attune.Practice.Asking;
using Attune.Practice.Assessing;
using Attune.Practice.Debriefing;
using Attune.Practice.Holding;
using Attune.Practice.Planning;
using Attune.Practice.Repairing;
using Attune.Practice.Tests.Fixtures;
using Attune.Practice.Therapists;
using Attune.Practice.Viewing;
using Attune.Signals.Simulation;
using static Attune.Practice.Tests.Fixtures.TestPractice;

namespace Attune.Practice.Tests.Records;

/// <summary>Everything that a thief could recognise is planted through the grains; no byte of the folder may hold it, running or stopped.</summary>
public sealed class NothingReadableTests
{
    private const double Score = 4.1234567890123;
    private const double OwnScore = 5.9876543210987;
    private const double RestingRate = 67.123456789012;
    private const string Word = "wartebergkapelle";

    private static readonly string[] Words =
    [
        "Wilhelmina Achterberg", "Bartholomeus Zonneveld", "Achterberg", "Zonneveld", TherapistName, Word, "to be asked at last", "an aim in six words",
        "the written summary", "far too close for me", "heart-of-monday.txt", "mentioned by mistake", "chair-work", "expects disappointment", "data-setting-name",
    ];

    [Fact]
    public async Task Folder_RunningAndStopped_HoldsNothingReadable()
    {
        await using var practice = await CreateAsync();
        var planted = await PlantAsync(practice);

        Assert.Contains(Directory.GetFiles(practice.Folder), file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Empty(Found(practice.Folder, planted));
        await practice.StopAsync();
        Assert.NotEmpty(Directory.GetFiles(practice.Folder));
        Assert.Empty(Found(practice.Folder, planted));
    }

    [Theory]
    [InlineData("utf-8", Word)]
    [InlineData("utf-16", Word)]
    [InlineData("utf-8", "check-in-answered")]
    [InlineData("utf-8", "RuptureNoted")]
    [InlineData("utf-8", Passphrase)]
    [InlineData("utf-8", "4.1234567890123")]
    public async Task Copy_OneWordInPlain_IsFound(string encoding, string word)
    {
        await using var practice = await CreateAsync();
        var planted = Planted(practice);
        await practice.StopAsync();
        Assert.Empty(Found(practice.Folder, planted));

        File.WriteAllBytes(Path.Combine(practice.Folder, "copy.txt"), Encoding.GetEncoding(encoding).GetBytes($"... {word} ..."));

        Assert.NotEmpty(Found(practice.Folder, planted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Copy_ScoreAsADouble_IsFound(bool little)
    {
        var folder = Directory.CreateTempSubdirectory("attune-practice-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "copy.bin"), [1, 2, 3, .. Bytes(Score, little), 4]);

        Assert.Single(Found(folder, Doubles()));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(string What, byte[] Bytes)[]> PlantAsync(TestPractice practice)
    {
        var own = practice.Own;
        var (id, couple) = await practice.OpenCoupleAsync(Words[0], Words[1]);
        Done(await practice.Therapist.Assess(own, new AssessTherapist { EarlySchemas = Scores("us", OwnScore), UsualRestingRate = RestingRate }));
        Done(await couple.Do(own, new AssessPartner { Partner = Partner.A, EarlySchemas = Scores("ed", Score), ExpectsOfTherapy = "expects disappointment" }));
        Done(await couple.Do(own, new PlanSession { Session = 1, Techniques = ["chair-work"], Aim = "an aim in six words" }));
        Done(await couple.Do(own, new HoldSession { Session = 1 }));
        var heart = SimulatedHeart.Record(new HeartCourse(TimeSpan.FromMinutes(10), 70), 3).ToPlainText();
        Done(await couple.AddRecording(own, new AddRecording { Session = 1, FileName = "heart-of-monday.txt", Content = Encoding.UTF8.GetBytes(heart) }));
        Done(await couple.Do(new Viewer.PartnerWithCheckIn(id, Partner.A, 1), new AnswerCheckIn
        {
            Partner = Partner.A,
            Session = 1,
            Answers = new CheckInAnswers { Task = 2, Tension = new TensionAnswer { Any = true, Words = $"{Word}, and then nothing" } },
        }));
        Done(await couple.Do(own, new WriteDebrief
        {
            Session = 1,
            B = new PartnerPart { Owed = "the written summary" },
            Own = new OwnPart { Note = "far too close for me" },
        }));
        Done(await couple.Do(own, new NoteRupture
        {
            Rupture = Told.Rupture,
            Session = 1,
            Owner = RuptureOwner.A,
            Source = RuptureSource.ReportedByPartner,
            Formulation = new RuptureFormulation { Need = "to be asked at last" },
        }));
        Done(await couple.Do(own, new SetRuptureAside { Rupture = Told.Rupture, Why = "mentioned by mistake" }));
        await couple.See(own, "course-of-the-couple");
        practice.Door.WriteSetting("data-setting-name", Word);
        return [.. Planted(practice), .. InBothEncodings(["course-of-the-couple", heart[..24]])];
    }

    private static (string What, byte[] Bytes)[] Planted(TestPractice practice) =>
    [
        .. InBothEncodings(
        [
            .. Words, Passphrase, practice.RecoveryCode, practice.RecoveryCode.Replace("-", "", StringComparison.Ordinal),
            .. new[] { Score, OwnScore, RestingRate }.Select(score => score.ToString("R", CultureInfo.InvariantCulture)),
            .. typeof(CaseEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>()
                .SelectMany(kind => new[] { ((string)kind.TypeDiscriminator!)[..^2], kind.DerivedType.Name }),
            .. OneOfEach.CommandTypes.Select(type => type.Name), "open-couple", "practice-card", "therapist", "PartnerWithCheckIn",
        ]),
        .. Doubles(),
    ];

    private static IEnumerable<(string What, byte[] Bytes)> InBothEncodings(IEnumerable<string> texts) => texts.SelectMany(text =>
        new[] { ($"{text} in UTF-8", Encoding.UTF8.GetBytes(text)), ($"{text} in UTF-16", Encoding.Unicode.GetBytes(text)) });

    private static (string What, byte[] Bytes)[] Doubles() =>
        [.. new[] { Score, OwnScore, RestingRate }.SelectMany(score => new[] { ($"{score}, little end", Bytes(score, true)), ($"{score}, big end", Bytes(score, false)) })];

    private static byte[] Bytes(double score, bool little)
    {
        var bytes = new byte[sizeof(double)];
        if (little)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, score);
        else
            BinaryPrimitives.WriteDoubleBigEndian(bytes, score);
        return bytes;
    }

    private static string[] Found(string folder, (string What, byte[] Bytes)[] planted)
    {
        Assert.All(planted, plant => Assert.True(plant.Bytes.Length >= 8, plant.What));
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(ReadShared).ToArray();
        return [.. planted.Where(plant => files.Any(file => file.AsSpan().IndexOf(plant.Bytes) >= 0)).Select(plant => plant.What)];
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ImmutableSortedDictionary<string, double> Scores(string code, double score) =>
        ImmutableSortedDictionary<string, double>.Empty.Add(code, score);
}
