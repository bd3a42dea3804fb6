using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace ConnectingPeople.Functions.Site;

/// <summary>
/// A file that pages refer to, carried in the assembly. Its address holds a hash of its content, so browsers may keep it for as
/// long as they like and still have the new one at once.
/// </summary>
public sealed class Asset
{
    private Asset(string name, string contentType)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The build left out the asset {name}.");
        Bytes = new byte[stream.Length];
        stream.ReadExactly(Bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];
        FileName = $"{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
        ContentType = contentType;
        ETag = $"\"{hash}\"";
        Zipped = Zip(Bytes);
    }

    public static Asset Styles { get; } = new("site.css", "text/css; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    public static IReadOnlyList<Asset> All { get; } = [Styles, Icon];

    /// <summary>Such as <c>site.3f2a9c01b7de.css</c>.</summary>
    public string FileName { get; }

    /// <summary>Where pages ask for it.</summary>
    public string Address => $"/assets/{FileName}";

    public string ContentType { get; }

    public string ETag { get; }

    public byte[] Bytes { get; }

    /// <summary>The same, a tenth of the size, for browsers that take gzip: all of them.</summary>
    public byte[] Zipped { get; }

    private static byte[] Zip(byte[] bytes)
    {
        using MemoryStream zipped = new();
        using (GZipStream zip = new(zipped, CompressionLevel.SmallestSize))
        {
            zip.Write(bytes);
        }

        return zipped.ToArray();
    }
}
