using System.Collections.Immutable;
using System.Reflection;
using Attune.Method.Cases;
using Attune.Practice.Hosting;
using Attune.Practice.Therapists;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Attune.Practice.Tests.Hosting;

/// <summary>What is handed from a grain to a page without a copy must be frozen to the last field.</summary>
public sealed class SharedViewsTests
{
    private static readonly Type[] FrozenCollections = [typeof(ImmutableArray<>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableSortedSet<>), typeof(Nullable<>)];

    [Fact]
    public void Types_ToTheLastField_CannotBeChanged() => Assert.Empty(SharedViews.Types.SelectMany(Changeable).Distinct());

    [Fact]
    public void Types_ThatCanBeChanged_AreCaught()
    {
        Assert.Equal(["WithSetter.Name"], Changeable(typeof(WithSetter)));
        Assert.Equal(["WithList.Names: IReadOnlyList`1"], Changeable(typeof(WithList)));
        Assert.Equal(["WithArray.Names: String[]"], Changeable(typeof(Outer)));
        Assert.Equal(["Later.Name"], Changeable(typeof(Open)));
        Assert.NotEmpty(Changeable(typeof(CoupleCase)));
    }

    [Fact]
    public void Copy_OfAView_IsTheViewItself()
    {
        using var services = new ServiceCollection().AddSerializer(PracticeHosting.AddPracticeCodec).BuildServiceProvider();
        var view = new CaseloadView("Robin", []);

        Assert.Same(view, services.GetRequiredService<DeepCopier>().Copy(view));
        Assert.Same(view, services.GetRequiredService<DeepCopier<CaseloadView>>().Copy(view));
    }

    [Fact]
    public void Copy_OfWhatWasRecorded_HoldsTheEventsThemselves()
    {
        using var services = new ServiceCollection().AddSerializer(PracticeHosting.AddPracticeCodec).BuildServiceProvider();
        var recorded = ImmutableArray.Create(new RecordedEvent(1, new CoupleOpened { At = default, Couple = new CoupleId(Guid.NewGuid()) }, null));

        Assert.Same(recorded[0], Assert.Single(services.GetRequiredService<DeepCopier>().Copy(recorded)));
        Assert.Same(recorded[0], Assert.Single(services.GetRequiredService<DeepCopier<ImmutableArray<RecordedEvent>>>().Copy(recorded)));
    }

    private static IEnumerable<string> Changeable(Type type) => Changeable(type, []);

    private static IEnumerable<string> Changeable(Type type, HashSet<Type> seen)
    {
        if (IsLeaf(type) || !seen.Add(type))
            return [];
        if (type.IsGenericType && FrozenCollections.Contains(type.GetGenericTypeDefinition()))
            return type.GetGenericArguments().SelectMany(argument => Changeable(argument, seen));
        var fields = Lineage(type).SelectMany(one => one.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).ToList();
        return fields.SelectMany(field => OfField(field, seen)).Concat(Derived(type).SelectMany(derived => Changeable(derived, seen)));
    }

    private static IEnumerable<string> OfField(FieldInfo field, HashSet<Type> seen)
    {
        var name = $"{field.DeclaringType!.Name}.{field.Name.Split('>')[0].TrimStart('<')}";
        if (!field.IsInitOnly)
            return [name];
        var type = field.FieldType;
        var isOurs = type.Namespace?.StartsWith("Attune", StringComparison.Ordinal) == true && !type.IsInterface && !type.IsArray;
        var isFrozen = type.IsGenericType && FrozenCollections.Contains(type.GetGenericTypeDefinition());
        return IsLeaf(type) || isOurs || isFrozen ? Changeable(type, seen) : [$"{name}: {type.Name}"];
    }

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Type)
        || (type.IsValueType && !type.IsGenericType && type.Namespace == "System");

    // Records carry their Type in a property of no field; a base that is ours holds fields of its own.
    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var one = type; one is not null && one != typeof(object) && one != typeof(ValueType); one = one.BaseType)
            yield return one;
    }

    private static IEnumerable<Type> Derived(Type type) =>
        type.IsSealed || type.IsValueType ? [] : type.Assembly.GetTypes().Where(one => one != type && one.IsAssignableTo(type));

    private sealed record WithSetter
    {
        public string? Name { get; set; }
    }

    private sealed record WithList(IReadOnlyList<string> Names);

    private sealed record WithArray(string[] Names);

    private sealed record Outer(ImmutableArray<WithArray> Inner);

    private abstract record Open;

    private sealed record Later : Open
    {
        public string? Name { get; set; }
    }
}
