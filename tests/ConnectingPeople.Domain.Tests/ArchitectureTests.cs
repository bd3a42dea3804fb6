using System.Reflection;

namespace ConnectingPeople.Domain.Tests;

public sealed class ArchitectureTests
{
    /// <summary>Libraries that compute and do nothing else.</summary>
    private static readonly string[] Pure = ["NodaTime", "YamlDotNet", "Fluid", "Parlot", "PhoneNumbers", "MathNet.Numerics"];

    [Fact]
    public void Domain_references_only_the_base_class_library_and_pure_libraries()
    {
        Assembly domain = Assembly.Load("ConnectingPeople.Domain");

        IEnumerable<string> others = domain.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !Pure.Contains(name));

        Assert.Empty(others);
    }

    [Fact]
    public void Domain_uses_neither_files_nor_network()
    {
        Assembly domain = Assembly.Load("ConnectingPeople.Domain");

        IEnumerable<string> reaching = domain.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO.", StringComparison.Ordinal)
                || name is "System.Diagnostics.Process" or "System.Console");

        Assert.Empty(reaching);
    }
}
