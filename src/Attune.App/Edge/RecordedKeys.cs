using System.Xml.Linq;
using Attune.Practice.Records;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Attune.App.Edge;

/// <summary>Keeps the keys that protect form tokens inside the record.</summary>
internal sealed class RecordedKeys(PracticeDoor door) : IXmlRepository
{
    private const string Name = "form-keys";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        door.ReadSetting(Name) is { Length: > 0 } text ? [.. XElement.Parse(text).Elements()] : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        var all = new XElement("keys", GetAllElements(), element);
        door.WriteSetting(Name, all.ToString(SaveOptions.DisableFormatting));
    }
}
