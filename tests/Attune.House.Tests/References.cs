using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Attune.House.Tests;

/// <summary>What a compiled assembly names outside itself, read from its metadata without loading it.</summary>
internal sealed record References(string Assembly, IReadOnlyList<string> Assemblies, IReadOnlyList<string> Types, IReadOnlyList<string> Members)
{
    public static References Of(string file)
    {
        using var stream = File.OpenRead(file);
        using var pe = new PEReader(stream);
        var reader = pe.GetMetadataReader();
        return new References(
            reader.GetString(reader.GetAssemblyDefinition().Name),
            [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))],
            [.. reader.TypeReferences.Select(handle => FullName(reader, handle))],
            [.. reader.MemberReferences.Select(reader.GetMemberReference)
                .Where(member => member.Parent.Kind is HandleKind.TypeReference)
                .Select(member => $"{FullName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}")]);
    }

    /// <summary>The assembly with this name beside the tests; its file is made by the build of the same solution.</summary>
    public static References Of(Room room) => Of(Path.Combine(AppContext.BaseDirectory, room.Assembly + ".dll"));

    /// <summary>Name with namespace; a nested type is named after its outermost one with a plus.</summary>
    private static string FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind is HandleKind.TypeReference) return $"{FullName(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}";
        return type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }
}
